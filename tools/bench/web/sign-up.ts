import type { Page } from 'playwright';

/** Everybody's here. */
export const PASSWORD = 'persimmon-tree-2026';

/** Signs a new person up in a browser and waits for the prompt; returns their address. */
export async function signUp(page: Page, origin: string): Promise<string> {
  const email = `web-${process.pid}-${Date.now()}@example.test`;
  await page.goto(`${origin}/sign-up`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Bench');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).waitFor();
  return email;
}

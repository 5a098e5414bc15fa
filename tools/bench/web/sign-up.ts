import type { Page } from 'playwright';

/** Signs a new person up in a browser and waits for the prompt. */
export async function signUp(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-up`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Bench');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`web-${process.pid}-${Date.now()}@example.test`);
  await page.getByLabel('Password', { exact: true }).fill('persimmon-tree-2026');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).waitFor();
}

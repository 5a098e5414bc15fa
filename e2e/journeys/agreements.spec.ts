import type { Page } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });

/** Named by the settings of the studio under test. */
const ADMIN = { ...newPerson('Admin'), email: 'admin@example.test' };

/** Answers the letter that asks whether the address is theirs. */
async function proveAddress(page: Page, email: string): Promise<void> {
  const { letters } = (await (await page.request.get('/auth/mail')).json()) as {
    letters: readonly { readonly to: string; readonly text: string }[];
  };
  const letter = letters.find(({ to }) => to === email)?.text ?? '';
  await page.goto(/http\S+verify-email\S+/.exec(letter)?.[0] ?? 'no letter');
  await page.getByRole('button', { name: 'Yes, it is mine' }).click();
  await expect(page.locator('.ui-notice', { hasText: 'Done.' })).toBeVisible();
}

test('an organisation asks, an admin puts its agreement into force, and it holds at once', async ({ browser }) => {
  const [asking, answering] = [await browser.newContext(), await browser.newContext()];
  const [page, adminPage] = [await asking.newPage(), await answering.newPage()];
  await new Studio(page).signUp(newPerson('Library'));
  await page.goto('/plans');
  await page.getByRole('link', { name: 'Ask for an agreement' }).click();
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Seoul Braille Library');
  await page.getByRole('textbox', { name: 'What you want to do with it' }).fill('Braille for our readers,\nby spring.');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.locator('.ui-notice', { hasText: 'Your request has arrived.' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Requests' })).toHaveCount(0);

  await new Studio(adminPage).signUp(ADMIN);
  await adminPage.goto('/admin/queue');
  await expect(seen(adminPage, 'Only admins can see this.')).toBeVisible();
  await proveAddress(adminPage, ADMIN.email);
  await adminPage.goto('/');
  await adminPage.getByRole('button', { name: /^Account/ }).click();
  await adminPage.getByRole('link', { name: 'Requests for agreements' }).click();
  await expect(adminPage.locator('#work')).toBeFocused();
  const request = adminPage.getByRole('listitem').filter({ hasText: 'Seoul Braille Library' });
  await request.getByRole('button', { name: 'Put into force' }).click();
  await expect(request.getByText(/In force since/)).toBeVisible();

  await adminPage.getByRole('button', { name: /^Account/ }).click();
  await adminPage.getByRole('link', { name: 'Queue of everyone' }).click();
  await adminPage.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(adminPage.locator('.ui-notice', { hasText: /No job begins until you resume/ })).toBeVisible();
  await adminPage.getByRole('button', { name: 'Resume the queue' }).click();
  await expect(adminPage.locator('.ui-notice', { hasText: /No job begins until you resume/ })).toHaveCount(0);

  await page.goto('/plans');
  await expect(page.getByRole('button', { name: /^Account, 50,\d+ credits/ })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Your plan now' })).toContainText('Enterprise');
  await Promise.all([asking.close(), answering.close()]);
});

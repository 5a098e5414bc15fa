import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Deletes what the page is about: says no first, to find it still there and the focus back, then yes. */
export async function deleteThing(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Delete', exact: true });
  const question = page.getByRole('alertdialog', { name: /^Delete /u });
  await button.click();
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(button).toBeFocused();

  await button.click();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
}

import type { Page } from 'playwright';

/** Places of the rail that the bench goes to. */
export type Place = 'Create' | 'Gallery' | 'Files' | 'Documents' | 'Speech';

/** Follows a link of the rail and waits until its page stands. */
export async function goTo(page: Page, place: Place): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place });
  await link.click();
  await link.and(page.locator('[aria-current=page]')).waitFor();
  await page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor({ state: 'attached' });
}

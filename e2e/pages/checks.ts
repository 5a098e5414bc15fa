import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe finds nothing on a page, in either theme; nothing scrolls sideways; there is a title. */
export async function checkPage(page: Page, where: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(RULES)
      // React Aria's announcer keeps what it said for a moment, named by an element that may be gone by then.
      .exclude('[data-live-announcer]')
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
    expect.soft(found, `${where}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await page.title(), `${where} has a title of its own`).toMatch(/./u);
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect.soft(sideways, `${where} does not scroll sideways`).toBeLessThanOrEqual(0);
}

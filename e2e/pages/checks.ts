import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findViolations } from './violations.ts';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Axe finds nothing on a page, in either theme unless told otherwise; nothing scrolls sideways; the tab is named after it. */
export async function checkPage(page: Page, where: string, themes: readonly Theme[] = THEMES): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const [at, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme });
    await expectRest(page);
    const violations = await findViolations(page, at === 0 ? 'everything' : 'colours');
    expect.soft(violations, `${where}, ${colorScheme}`).toEqual([]);
  }
  await expectTitle(page, where);
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect.soft(sideways, `${where} does not scroll sideways`).toBeLessThanOrEqual(0);
}

/** What fades from one theme to the other has arrived: halfway there its colours are nobody's. */
const expectRest = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate<number>(MOVING), { message: 'what fades has arrived' }).toBe(0);

/** What turns for as long as something is waited for never arrives. The next frame has begun what the change of theme begins. */
const MOVING = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(
  document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity).length,
))))`;

/** The tab of a browser begins with the heading of the page, and ends with whose page it is. */
async function expectTitle(page: Page, where: string): Promise<void> {
  const heading = ((await page.locator('h1').first().textContent()) ?? '').trim();
  expect.soft(heading, `${where} has a heading`).not.toBe('');
  const title = await page.title();
  expect.soft(title.startsWith(heading), `${where}: "${title}" begins with "${heading}"`).toBe(true);
  expect.soft(title, where).toMatch(/ · Modu Studio$/u);
}

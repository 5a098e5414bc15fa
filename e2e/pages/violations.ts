import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme may do to a page that was looked at in one: all else of it stays as it is. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page as it is: each rule with where. It runs in the page itself and stays there for the next look; left to itself
 * it would open a second, empty page each time to put together what it found, which only a page that frames others needs.
 */
export async function findViolations(
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<readonly string[]> {
  const isAlone = page.frames().length === 1;
  const isThere = isAlone && (await page.evaluate<boolean>("'axe' in globalThis"));
  // What is not wrong is counted and thrown away: only what is wrong comes back with all its places.
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'null' } : {}) }).options({
    resultTypes: ['violations'],
  });
  const axe = what === 'colours' ? builder.withRules(COLOURS) : builder.withTags(EVERYTHING);
  const { violations } = await axe
    // React Aria's announcer keeps what it said for a moment, named by an element that may be gone by then.
    .exclude('[data-live-announcer]')
    .setLegacyMode(isAlone)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
}

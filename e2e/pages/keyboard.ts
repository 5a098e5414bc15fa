import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const PRESSES_MIN = 90;
/** A page that is still being filled gets controls behind the one that has focus: around again until then. */
const REACHED_WITHIN_MS = 20_000;

/** What a screen reader would call what has focus, near enough. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const named = one?.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return one?.getAttribute('aria-label') ?? named ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? '';
})()`;

/** Presses Tab until a control with this name has focus: nothing that is needed may be out of its reach. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const until = Date.now() + REACHED_WITHIN_MS;
  for (let press = 0; press < PRESSES_MIN || Date.now() < until; press += 1) {
    await page.keyboard.press(key);
    if (name.test(await page.evaluate<string>(FOCUSED))) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** Goes to a control and presses it. */
export async function press(page: Page, name: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Nothing on the page is in motion, as a person who asked for less of it wants. */
export async function expectStillness(page: Page): Promise<void> {
  const moving = await page.evaluate<number>(
    "document.getAnimations().filter((one) => one.playState === 'running' && (one.effect?.getComputedTiming().duration ?? 0) > 1).length",
  );
  expect(moving).toBe(0);
}

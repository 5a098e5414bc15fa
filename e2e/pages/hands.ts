import type { Locator } from '@playwright/test';

/** How somebody works: with a mouse, or with keys alone. */
export interface Hands {
  readonly press: (target: Locator) => Promise<void>;
  /** Replaces what stands in a field. */
  readonly write: (field: Locator, words: string) => Promise<void>;
  /** Opens a tab. */
  readonly open: (tab: Locator) => Promise<void>;
  /** Chooses one of a group. */
  readonly choose: (radio: Locator) => Promise<void>;
  /** Takes a slider to its end. */
  readonly most: (slider: Locator) => Promise<void>;
}

const PRESSES_MIN = 160;
/** A page that is still being filled gets controls behind the one that has focus: around again until then. */
const REACHED_WITHIN_MS = 20_000;
/** Further than any slider is long. */
const FAR = 2_000;

export const MOUSE: Hands = {
  press: (target) => target.click(),
  open: (tab) => tab.click(),
  // The button of a choice is drawn by what is around it: that is what a mouse meets.
  choose: (radio) => radio.locator('..').click(),
  write: (field, words) => field.fill(words),
  most: async (slider) => {
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const { mouse } = slider.page();
    await mouse.move(x + width / 2, y + height / 2);
    await mouse.down();
    await mouse.move(x + FAR, y + height / 2, { steps: 4 });
    await mouse.up();
  },
};

export const KEYS: Hands = {
  press: async (target) => {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  // Tab reaches the one that is open; arrows go on to its neighbours.
  open: async (tab) => {
    const page = tab.page();
    await tab.waitFor();
    await reach(page.getByRole('tab', { selected: true }));
    await step(tab, 'ArrowRight');
  },
  // Tab reaches the one that is chosen; arrows choose its neighbours.
  choose: async (radio) => {
    await radio.waitFor();
    await reach(radio.page().getByRole('radiogroup').filter({ has: radio }).getByRole('radio', { checked: true }));
    await step(radio, 'ArrowRight');
  },
  write: async (field, words) => {
    await reach(field);
    await field.page().keyboard.press('Control+a');
    await field.page().keyboard.type(words);
  },
  most: async (slider) => {
    await reach(slider);
    await slider.page().keyboard.press('End');
  },
};

/** Presses Tab until a control has focus, around the page if need be: nothing may be out of its reach. */
export async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  await step(target, 'Tab');
}

async function step(target: Locator, key: 'Tab' | 'ArrowRight'): Promise<void> {
  const page = target.page();
  const until = Date.now() + REACHED_WITHIN_MS;
  for (let press = 0; press < PRESSES_MIN || Date.now() < until; press += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(target)}`);
}

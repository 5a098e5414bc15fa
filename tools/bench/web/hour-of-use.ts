import type { Page } from 'playwright';
import { goTo } from './go-to.ts';
import { throttle } from './page-load.ts';
import { watchUse } from './watch-use.ts';
import type { SeenUse } from './watch-use.ts';

/** How the studio answered over a stretch of scripted use. */
export interface Use {
  /** Input to next paint, 75th percentile of all interactions. */
  readonly inputToPaintMs: number;
  /** And the 98th, which is what a browser reports of a page. */
  readonly slowInputToPaintMs: number;
  readonly longestTaskMs: number;
}

const PROMPT = 'A lighthouse in the rain at dusk, watercolour';
const TOLD = 8;

/** Writes, opens and closes what can be opened, goes from page to page while jobs run, on a slow processor. */
export async function useForAWhile(page: Page, rounds: number): Promise<Use> {
  const session = await page.context().newCDPSession(page);
  await throttle(session);
  await page.evaluate(watchUse);
  const palette = page.getByRole('combobox', { name: 'Find and go' });
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('gallery');
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await goTo(page, 'Gallery');
    await goTo(page, 'Files');
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await goTo(page, 'Create');
    await page.getByRole('textbox', { name: 'Prompt' }).fill('');
    await page.getByRole('textbox', { name: 'Prompt' }).pressSequentially(PROMPT, { delay: 20 });
  }
  const seen = await page.evaluate<SeenUse>('globalThis.moduUse()');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  tell(seen);
  const sorted = seen.inputs.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const longestTaskMs = Math.max(0, ...seen.tasksMs);
  return { inputToPaintMs: at(0.75), slowInputToPaintMs: at(0.98), longestTaskMs };
}

/** What took longest, so that a figure that is missed says where to look. */
function tell({ inputs, tasksMs, frames }: SeenUse): void {
  console.log(`${inputs.length} interactions, ${tasksMs.length} tasks over 50 ms; the slowest inputs and frames:`);
  for (const all of [inputs, frames])
    for (const { ms, what } of all.toSorted((one, other) => other.ms - one.ms).slice(0, TOLD))
      console.log(`  ${Math.round(ms)} ms  ${what}`);
}

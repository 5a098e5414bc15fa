import type { Page } from 'playwright';
import { throttle } from './page-load.ts';

/** How the studio answered over a stretch of scripted use. */
export interface Use {
  /** Input to next paint, 75th percentile. */
  readonly inputToPaintMs: number;
  readonly longestTaskMs: number;
}

const PROMPT = 'A lighthouse in the rain at dusk, watercolour';

/** Writes, opens and closes what can be opened, goes from page to page while jobs run, on a slow processor. */
export async function useForAWhile(page: Page, rounds: number): Promise<Use> {
  const session = await page.context().newCDPSession(page);
  await throttle(session);
  await page.evaluate(watchInput);
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
  const { inputs, longestTaskMs } = await page.evaluate<{ inputs: number[]; longestTaskMs: number }>(
    'globalThis.moduUse',
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  const sorted = inputs.toSorted((one, other) => one - other);
  return { inputToPaintMs: sorted[Math.floor(sorted.length * 0.75)] ?? 0, longestTaskMs };
}

/** Follows the links of the rail a number of times; returns how much the heap grew after collection, in bytes. */
export async function heapGrowth(page: Page, routeChanges: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
  const places = ['Gallery', 'Files', 'Create'] as const;
  // Pages and pictures that are fetched once belong to no leak.
  for (const place of places) await goTo(page, place);
  const before = await heap();
  for (let change = 0; change < routeChanges; change += 1) await goTo(page, places[change % places.length] ?? 'Create');
  const after = await heap();
  await session.detach();
  return after - before;
}

async function goTo(page: Page, place: 'Create' | 'Gallery' | 'Files'): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place });
  await link.click();
  await link.and(page.locator('[aria-current=page]')).waitFor();
}

/** Runs in the page: the time from an input to the paint that shows it, and tasks that block the thread. */
function watchInput(): void {
  const use = { inputs: [] as number[], longestTaskMs: 0 };
  Object.assign(globalThis, { moduUse: use });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId } = entry as unknown as { readonly interactionId: number };
      if (interactionId > 0) use.inputs.push(entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as never);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) use.longestTaskMs = Math.max(use.longestTaskMs, entry.duration);
  }).observe({ type: 'longtask' } as never);
}

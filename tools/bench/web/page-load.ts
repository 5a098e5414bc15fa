import type { CDPSession, Page } from 'playwright';

/** What one cold load of a page took. */
export interface PageLoad {
  /** Script over the wire, compressed. */
  readonly scriptBytes: number;
  readonly largestPaintMs: number;
  readonly layoutShift: number;
  /** When the first picture was there; 0 where there is none. */
  readonly firstPictureMs: number;
}

const SETTLED_MS = 1_500;

/** A mid phone on a slow 4G line, as Lighthouse throttles: 4 × slower processor, 150 ms, 1.6 Mbit/s. */
export async function throttle(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
}

/** Loads an address with an empty cache on a throttled line, and waits until nothing moves any more. */
export async function loadCold(page: Page, url: string): Promise<PageLoad> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await throttle(session);
  const scripts = new Set<string>();
  let scriptBytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript(watchPaint);
  await page.goto(url);
  // On a busy machine the network may be silent before anything is drawn.
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLED_MS);
  const seen = await page.evaluate<Omit<PageLoad, 'scriptBytes'>>('globalThis.moduPaint');
  await session.detach();
  return { scriptBytes, ...seen };
}

/** Runs in the page before anything else. */
function watchPaint(): void {
  const seen = { largestPaintMs: 0, layoutShift: 0, firstPictureMs: 0 };
  Object.assign(globalThis, { moduPaint: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largestPaintMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true } as never);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as unknown as { readonly value: number; readonly hadRecentInput: boolean };
      if (!shift.hadRecentInput) seen.layoutShift += shift.value;
    }
  }).observe({ type: 'layout-shift', buffered: true } as never);
  // A picture fades in over its stand-in: a browser counts it as no paint. `load` of a picture goes up to nobody, but down from here.
  const { document } = globalThis as unknown as { document: Pick<EventTarget, 'addEventListener'> };
  const onLoad = ({ target }: Event) => {
    const { className } = target as unknown as { readonly className?: string };
    if (className === 'picture__image') seen.firstPictureMs ||= performance.now();
  };
  document.addEventListener('load', onLoad, { capture: true });
}

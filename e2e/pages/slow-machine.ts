import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** How many times slower the page's scripts run, and how long each answer is on its way. */
const SLOWNESS = Number(process.env['E2E_SLOWNESS'] ?? 1);
const LATENCY_MS = 50;

const slowed = new WeakSet<Page>();

/**
 * With `E2E_SLOWNESS=6` every page is as slow as on a busy machine. A journey that acts before the page is ready, or looks once at
 * what is still to come, fails here each time instead of once in a hundred. A journey that cuts the line keeps it as it is: both are
 * the same setting of the browser.
 */
export function slowDown(context: BrowserContext, { cutsLine }: { readonly cutsLine: boolean }): void {
  if (SLOWNESS === 1) return;
  const slow = (page: Page) => {
    if (slowed.has(page)) return;
    slowed.add(page);
    // A page that has closed meanwhile needs no more.
    context
      .newCDPSession(page)
      .then((session) => emulate(session, { cutsLine }))
      .catch(() => undefined);
  };
  context.pages().forEach(slow);
  context.on('page', slow);
}

async function emulate(session: CDPSession, { cutsLine }: { readonly cutsLine: boolean }): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  if (cutsLine) return;
  await session.send('Network.enable');
  const latency = LATENCY_MS * SLOWNESS;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

// The wall of a large gallery in a real browser: npm run bench:wall -- --data-dir .modu   (seeded by tools/seed; ends by itself)
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { rendererMegabytes } from './renderer-memory.ts';
import { startHostProcess } from './host-process.ts';

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string', default: '.modu' },
    email: { type: 'string', default: 'demo@modu.local' },
    password: { type: 'string', default: 'modu-demo-2026' },
    rounds: { type: 'string', default: '5' },
  },
});
const PORT = Number(process.env['BENCH_PORT'] ?? 4194);
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const DESKTOP = { width: 1280, height: 800 };
const WHEELS = 400;
const JUMPS = 120;
const PRESSURE_MS = 2_000;

const host = await startHostProcess({
  ...{ port: PORT, dataDir: values['data-dir'], settings: { DEMO_ACCOUNT: 'true' } },
});
const browser = await chromium.launch({
  args: ['--no-sandbox', '--enable-precise-memory-info'],
  ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
});
try {
  const signedIn = await signIn(browser);
  const first = [];
  for (let round = 0; round < Number(values.rounds); round++) first.push(await firstGrid(browser, signedIn));
  const sorted = first.toSorted((one, other) => one - other);
  const page = await openGallery(browser, signedIn);
  const browsed = await browse(page);
  console.log('| figure | measured | goal |\n|---|---:|---|');
  console.log(
    `| first grid of the gallery on a cold cache, p50 of ${sorted.length} | ${ms(sorted[Math.floor(sorted.length / 2)])} | ≤ 1 500 ms |`,
  );
  console.log(`| longest task: ${WHEELS} turns of the wheel | ${ms(browsed.wheelTaskMs)} | ≤ 50 ms |`);
  console.log(
    `| longest task: ${JUMPS} jumps over all dates, then the last picture | ${ms(browsed.jumpTaskMs)} | ≤ 50 ms |`,
  );
  console.log(
    `| memory of the tab's process after it (PSS), with the pictures the browser keeps decoded | ${browsed.megabytes} MB | ≤ 400 MB |`,
  );
  console.log(`| the same when memory is short and the browser lets go of them | ${browsed.pressedMegabytes} MB | |`);
  console.log(`| of it, what the studio's script holds | ${browsed.heapMegabytes} MB | |`);
} finally {
  await browser.close();
  await host.stop();
}

type SignedIn = Awaited<ReturnType<typeof signIn>>;

async function signIn(from: Browser) {
  const context = await from.newContext();
  const page = await context.newPage();
  await page.goto(`http://localhost:${PORT}/sign-in?next=%2Fgallery`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(values.email);
  await page.getByLabel('Password', { exact: true }).fill(values.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByTestId('wall').waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A browser that has never been here but is signed in. */
async function openGallery(from: Browser, storageState: SignedIn): Promise<Page> {
  const context = await from.newContext({ storageState, viewport: DESKTOP });
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  await page.goto(`http://localhost:${PORT}/gallery`);
  await page.locator('.wall__picture').first().waitFor();
  return page;
}

/** From the navigation until the first tiles are painted. */
async function firstGrid(from: Browser, storageState: SignedIn): Promise<number> {
  const page = await openGallery(from, storageState);
  await page.waitForFunction('globalThis.moduWall.firstGridMs > 0');
  const firstGridMs = await page.evaluate<number>('globalThis.moduWall.firstGridMs');
  await page.context().close();
  return firstGridMs;
}

/** Turns the wheel, then jumps by the scrubber from the newest to the oldest picture and looks at the last one. */
async function browse(page: Page) {
  await page.waitForLoadState('networkidle');
  const wall = page.getByTestId('wall');
  await wall.hover();
  await page.evaluate('globalThis.moduWall.longestTaskMs = 0');
  for (let turn = 0; turn < WHEELS; turn++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  await page.waitForLoadState('networkidle');
  const wheelTaskMs = await page.evaluate<number>('globalThis.moduWall.longestTaskMs');
  await page.evaluate('globalThis.moduWall.longestTaskMs = 0');
  const slider = page.getByRole('slider');
  const track = await slider.boundingBox();
  if (!track) throw new Error('There is no scrubber: is the gallery seeded?');
  for (let jump = 0; jump <= JUMPS; jump++) {
    await page.mouse.click(track.x + track.width / 2, track.y + 1 + ((track.height - 2) * jump) / JUMPS);
    await page.waitForTimeout(60);
  }
  await slider.press('End');
  await page.waitForLoadState('networkidle');
  await page.locator('.wall__picture').last().waitFor();
  const jumpTaskMs = await page.evaluate<number>('globalThis.moduWall.longestTaskMs');
  return { wheelTaskMs, jumpTaskMs, ...(await memoryOf(page)) };
}

/** Browsers keep pictures decoded as long as memory is free, and let go of them when it is not. */
async function memoryOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const megabytes = Math.round(await rendererMegabytes(page));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await page.waitForTimeout(PRESSURE_MS);
  const pressedMegabytes = Math.round(await rendererMegabytes(page));
  return { megabytes, pressedMegabytes, heapMegabytes: Math.round(usedSize / 1e6) };
}

/** Runs in the page: tasks that block the thread, and when the first tiles were painted. */
function watchTasks(): void {
  const seen = { longestTaskMs: 0, firstGridMs: 0 };
  Object.assign(globalThis, { moduWall: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, entry.duration);
  }).observe({ type: 'longtask', buffered: true } as never);
  const look = () => {
    const { document } = globalThis as unknown as { document: { querySelector(selector: string): unknown } };
    if (document.querySelector('.wall__picture')) setTimeout(() => (seen.firstGridMs = performance.now()));
    else (globalThis as unknown as { requestAnimationFrame(next: () => void): void }).requestAnimationFrame(look);
  };
  look();
}

function ms(value = 0): string {
  return `${Math.round(value)} ms`;
}

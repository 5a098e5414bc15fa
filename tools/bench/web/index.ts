import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openComfyServer } from '@modu/engine-image/testing';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { startHostProcess } from '../host-process.ts';
import type { Figure } from '../main-job.ts';
import { heapFigures } from './heap.ts';
import { lighthouseFigures } from './lighthouse.ts';
import { countLive, startJobs } from './live-jobs.ts';
import { useForAWhile } from './hour-of-use.ts';
import { loadCold } from './page-load.ts';
import { loadFigures, pictureFigures } from './load-figures.ts';
import type { PageLoad } from './page-load.ts';
import { measureParts } from './parts.ts';
import { seedPictures } from './seed-pictures.ts';
import { signUp } from './sign-up.ts';

const PORT = Number(process.env['BENCH_PORT'] ?? 4191);
/** `BENCH_WEB=short` walks the same way in two minutes, to see that it works; its figures are none. */
const IS_SHORT = process.env['BENCH_WEB'] === 'short';
const LOADS = IS_SHORT ? 1 : 3;
const ROUNDS = IS_SHORT ? 1 : 8;
const ROUTE_CHANGES = IS_SHORT ? 30 : 500;
const LIVE_JOBS = 20;
const PICTURES = 2_000;
/** From this load on, figures say more about the machine than about the studio. */
const BUSY = 1.5;
/** Whatever hangs, the bench ends, with the figures it has by then. */
const END_MS = 20 * 60_000;
/** So slow is a step of the engine that the jobs live as long as somebody uses the studio. */
const STEP_MS = 400;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/**
 * The production build of the studio on a throttled mid phone: first loads, answers to input, memory over route changes. What paints
 * is a stand-in for an engine elsewhere, which tells of each step and sends a preview with it: the processor is the browser's.
 */
export async function benchWeb(): Promise<Figure[]> {
  const [before = 0] = loadavg();
  if (before > BUSY)
    console.log(`The machine is busy (load ${before.toFixed(1)}): times are longer than they would be.`);
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-web-'));
  const painter = await openComfyServer({ models: ['bench'] });
  painter.manners.stepMs = STEP_MS;
  const settings = { GENERATION_ENGINES: `comfyui=${painter.url}` };
  const host = await startHostProcess({ port: PORT, dataDir, settings });
  const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
  try {
    const state = await signedIn(browser);
    return await measureParts(END_MS, [
      () => lighthouseFigures({ port: PORT, executablePath, paths: ['/sign-in', '/', '/gallery'], runs: LOADS }),
      async () => loadFigures('/sign-in', await loads(browser, '/sign-in')),
      async () => loadFigures('/', await loads(browser, '/', state)),
      async () => loadFigures('/gallery', await loads(browser, '/gallery', state)),
      async () => pictureFigures(PICTURES, await loads(browser, '/gallery', await withPictures(browser, dataDir))),
      // Before there are jobs: what they make is more to hold, and no leak.
      () => atTheDesk(browser, state, (page) => heapFigures(page, ROUTE_CHANGES)),
      () => atTheDesk(browser, state, useFigures),
    ]);
  } finally {
    await browser.close();
    await host.stop();
    await painter.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

const address = (path: string) => `http://localhost:${PORT}${path}`;
const PHONE = { viewport: { width: 412, height: 823 }, locale: 'en-US' };
const DESK = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };

async function inContext<T>(browser: Browser, options: object, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const signedIn = (browser: Browser): Promise<State> =>
  inContext(browser, DESK, async (page) => {
    await signUp(page, address(''));
    return page.context().storageState();
  });

/** Somebody whose gallery is full. */
const withPictures = (browser: Browser, dataDir: string): Promise<State> =>
  inContext(browser, DESK, async (page) => {
    await seedPictures({ port: PORT, dataDir, email: await signUp(page, address('')), count: PICTURES });
    return page.context().storageState();
  });

async function loads(browser: Browser, path: string, storageState?: State): Promise<readonly PageLoad[]> {
  const all: PageLoad[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    all.push(
      await inContext(browser, { ...PHONE, ...(storageState ? { storageState } : {}) }, (page) =>
        loadCold(page, address(path)),
      ),
    );
  }
  return all;
}

const atTheDesk = (browser: Browser, storageState: State, work: (page: Page) => Promise<Figure[]>) =>
  inContext(browser, { ...DESK, storageState }, async (page) => {
    await page.goto(address('/'));
    await page.getByRole('textbox', { name: 'Prompt' }).waitFor();
    return work(page);
  });

async function useFigures(page: Page): Promise<Figure[]> {
  const { started, refusal } = await startJobs(page, LIVE_JOBS);
  if (refusal !== null) console.log(`${started} jobs live, then: ${refusal}`);
  const use = await useForAWhile(page, ROUNDS);
  const left = await countLive(page);
  return [
    { name: 'jobs alive when the use began', value: started, unit: '', goal: '20' },
    { name: 'and still when it ended', value: left, unit: '', goal: '' },
    { name: 'input to next paint, p75', value: use.inputToPaintMs, unit: 'ms', goal: '≤ 100 ms' },
    { name: 'input to next paint, p98', value: use.slowInputToPaintMs, unit: 'ms', goal: '' },
    { name: 'longest task while it is used', value: use.longestTaskMs, unit: 'ms', goal: '≤ 100 ms' },
  ];
}

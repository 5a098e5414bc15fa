import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { startHostProcess } from '../host-process.ts';
import type { Figure } from '../main-job.ts';
import { heapGrowth, useForAWhile } from './hour-of-use.ts';
import { loadCold } from './page-load.ts';
import type { PageLoad } from './page-load.ts';

const PORT = Number(process.env['BENCH_PORT'] ?? 4191);
const LOADS = 3;
const ROUTE_CHANGES = 500;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** The production build of the studio on a throttled mid phone: first loads, answers to input, memory over route changes. */
export async function benchWeb(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-web-'));
  const host = await startHostProcess({ port: PORT, dataDir });
  const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
  try {
    const state = await signUp(browser);
    const figures = [
      ...loadFigures('/sign-in', await loads(browser, '/sign-in')),
      ...loadFigures('/', await loads(browser, '/', state)),
      ...loadFigures('/gallery', await loads(browser, '/gallery', state)),
    ];
    return [...figures, ...(await useFigures(browser, state))];
  } finally {
    await browser.close();
    await host.stop();
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

const signUp = (browser: Browser): Promise<State> =>
  inContext(browser, DESK, async (page) => {
    await page.goto(address('/sign-up'));
    await page.getByRole('textbox', { name: 'Name' }).fill('Bench');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(`web-${Date.now()}@example.test`);
    await page.getByLabel('Password', { exact: true }).fill('persimmon-tree-2026');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('textbox', { name: 'Prompt' }).waitFor();
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

function loadFigures(path: string, all: readonly PageLoad[]): Figure[] {
  const median = (read: (load: PageLoad) => number) =>
    all.map(read).toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
  return [
    {
      name: `${path}: script of a first load`,
      value: median((load) => load.scriptBytes) / 1_000,
      unit: 'kB',
      goal: '≤ 130 kB',
    },
    {
      name: `${path}: largest paint`,
      value: median((load) => load.largestPaintMs) / 1_000,
      unit: 's',
      goal: '≤ 1.8 s',
    },
    { name: `${path}: layout shift`, value: median((load) => load.layoutShift), unit: '', goal: '≤ 0.02' },
  ];
}

const useFigures = (browser: Browser, storageState: State): Promise<Figure[]> =>
  inContext(browser, { ...DESK, storageState }, async (page) => {
    await page.goto(address('/'));
    await page.getByRole('textbox', { name: 'Prompt' }).waitFor();
    const { inputToPaintMs, longestTaskMs } = await useForAWhile(page);
    const grownBytes = await heapGrowth(page, ROUTE_CHANGES);
    return [
      { name: 'input to next paint, p75', value: inputToPaintMs, unit: 'ms', goal: '≤ 100 ms' },
      { name: 'longest task while it is used', value: longestTaskMs, unit: 'ms', goal: '≤ 100 ms' },
      { name: `heap grown over ${ROUTE_CHANGES} route changes`, value: grownBytes / 1e6, unit: 'MB', goal: 'flat' },
    ];
  });

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import type { Figure } from '../main-job.ts';
import { signUp } from './sign-up.ts';

/** Fetched when it is asked for: it weighs more than the whole product, and nobody but a bench needs it. */
const PACKAGE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const RUN_WITHIN_MS = 180_000;

const run = promisify(execFile);

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number; readonly score: number | null }>>;
}

interface LighthouseOptions {
  readonly port: number;
  readonly executablePath: string | undefined;
  readonly paths: readonly string[];
  readonly runs: number;
}

/** What Lighthouse gives each page on its mid phone, signed in, in a browser of its own; the median of some runs. */
export async function lighthouseFigures({ port, executablePath, paths, runs }: LighthouseOptions): Promise<Figure[]> {
  const profile = mkdtempSync(join(tmpdir(), 'modu-lighthouse-'));
  const debugPort = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', `--remote-debugging-port=${debugPort}`],
    locale: 'en-US',
  });
  try {
    await signUp(await context.newPage(), `http://localhost:${port}`);
    const figures: Figure[] = [];
    for (const path of paths) {
      const reports: Report[] = [];
      for (let each = 0; each < runs; each += 1)
        reports.push(await reportOf(`http://localhost:${port}${path}`, debugPort));
      figures.push(...figuresOf(path, reports));
    }
    return figures;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function reportOf(url: string, debugPort: number): Promise<Report> {
  const directory = mkdtempSync(join(tmpdir(), 'modu-report-'));
  const file = join(directory, 'report.json');
  const flags = [`--port=${debugPort}`, '--output=json', `--output-path=${file}`, '--quiet', '--disable-storage-reset'];
  try {
    await run('npx', ['--yes', PACKAGE, url, ...flags, `--only-categories=${CATEGORIES.join(',')}`], {
      timeout: RUN_WITHIN_MS,
    });
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function figuresOf(path: string, reports: readonly Report[]): Figure[] {
  for (const [name, { score }] of Object.entries(reports[0]?.audits ?? {}))
    if (score === 0) console.log(`Lighthouse, ${path}: ${name} did not pass`);
  return CATEGORIES.map((category) => ({
    name: `${path}: Lighthouse, ${category}`,
    value: median(reports.map((report) => (report.categories[category]?.score ?? 0) * 100)),
    unit: '',
    goal: '≥ 95',
  }));
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** A port nobody listens at, on the loopback. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

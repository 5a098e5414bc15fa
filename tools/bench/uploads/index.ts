// Uploads through a real browser: many small ones at once, one beside curl, and a large one with two cuts and a reload.
// npm run bench:uploads -- [--small 200] [--megabytes 1000]      Ends by itself; says what did not arrive whole.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { startHostProcess } from '../host-process.ts';
import { signIn } from '../person.ts';
import { quantile } from '../../tidy/census.ts';
import { putByCurl } from './curl.ts';
import { hashOfLink, makeFile } from './files.ts';
import { Desk } from './desk.ts';

const { values } = parseArgs({
  options: { small: { type: 'string', default: '200' }, megabytes: { type: 'string', default: '1000' } },
});
const PORT = Number(process.env['BENCH_PORT'] ?? 4192);
const ROUNDS = 5;
/** The largest that is put whole. */
const WHOLE_BYTES = 60_000_000;
const SMALL_BYTES = 32_000;
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-uploads-'));
const host = await startHostProcess({ port: PORT, dataDir });
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
});
try {
  const account = { email: `uploads-${Date.now()}@example.test`, password: 'persimmon-tree-2026' };
  await signIn({ port: PORT, ...account, path: 'sign-up' });
  const sign = () => signIn({ port: PORT, ...account });
  const desk = await Desk.open(await browser.newPage(), { origin: `http://localhost:${PORT}`, ...account, sign });
  console.log('| figure | measured |\n|---|---:|');
  await manySmall(desk);
  await besideCurl(desk);
  await large(desk);
} finally {
  await browser.close();
  await host.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function manySmall(desk: Desk): Promise<void> {
  const count = Number(values.small);
  const files = [];
  for (let n = 0; n < count; n++) files.push(await makeFile(join(dataDir, `small-${n}.bin`), SMALL_BYTES + n));
  const startedAt = performance.now();
  await desk.choose(files.map(({ path }) => path));
  const stored = await desk.waitForStored(count, { timeoutMs: 600_000 });
  const seconds = (performance.now() - startedAt) / 1_000;
  const wanted = new Set(files.map(({ sha256 }) => sha256));
  const whole = stored.filter(({ sha256 }) => wanted.has(sha256)).length;
  check(whole === count, `${count - whole} of ${count} small files did not arrive whole`);
  console.log(`| ${count} files of 32 kB chosen at once, all stored and whole | ${seconds.toFixed(1)} s |`);
  await desk.removeAll();
}

async function besideCurl(desk: Desk): Promise<void> {
  const perSecond = (seconds: readonly number[]) =>
    `${(WHOLE_BYTES / 1e6 / quantile([...seconds], 0.5)).toFixed(0)} MB/s`;
  const curl: number[] = [];
  const sent: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // A file of its own each round: choosing the same one again is no change to a browser.
    const file = await makeFile(join(dataDir, `whole-${round}.bin`), WHOLE_BYTES);
    curl.push(await putByCurl(desk, file));
    const startedAt = performance.now();
    await desk.choose([file.path]);
    await desk.waitForStored(1, { timeoutMs: 120_000 });
    all.push((performance.now() - startedAt) / 1_000);
    sent.push(await desk.lastPutSeconds());
    await desk.removeAll();
  }
  console.log(`| 60 MB by curl, the PUT | ${perSecond(curl)} |`);
  console.log(`| 60 MB by the studio, the PUT | ${perSecond(sent)} |`);
  console.log(`| 60 MB by the studio, chosen until stored: hashed, put and checked | ${perSecond(all)} |`);
}

async function large(desk: Desk): Promise<void> {
  const megabytes = Number(values.megabytes);
  const file = await makeFile(join(dataDir, 'large.bin'), megabytes * 1_000_000);
  const startedAt = performance.now();
  await desk.choose([file.path]);
  for (const percent of [20, 45]) {
    await desk.waitForShare('large.bin', percent);
    await desk.cutTheLine(4_000);
  }
  await desk.waitForShare('large.bin', 65);
  await desk.reloadAndChooseAgain('large.bin', file.path);
  const [stored] = await desk.waitForStored(1, { timeoutMs: 1_800_000 });
  const seconds = (performance.now() - startedAt) / 1_000;
  const hash = stored ? await hashOfLink(await desk.linkTo(stored.id)) : '';
  check(hash === file.sha256, 'the large file did not arrive whole');
  console.log(`| ${megabytes} MB in parts, two cuts of 4 s and a reload, intact by hash | ${seconds.toFixed(0)} s |`);
}

function check(isSo: boolean, otherwise: string): void {
  if (isSo) return;
  console.error(`Broken: ${otherwise}.`);
  process.exitCode = 1;
}

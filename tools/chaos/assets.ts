// `npm run chaos:assets -- --seed S --runs N [--write]`: random crash runs of the uploads, on real servers of their own.
// Ends by itself; prints what was seen, and with --write puts it into docs/chaos-assets.md.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { reportOfAssets } from './assets-report.ts';
import type { AssetsRuns } from './assets-report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '500' },
    write: { type: 'boolean', default: false },
  },
});
const DOCUMENT = fileURLToPath(new URL('../../docs/chaos-assets.md', import.meta.url));
const test = 'subgraphs/assets/src/operations/chaos.test.ts';

const folder = mkdtempSync(join(tmpdir(), 'modu-chaos-assets-'));
const report = join(folder, 'report.json');
const env = { ...process.env, CHAOS_SEED: values.seed, CHAOS_RUNS: values.runs, CHAOS_REPORT: report };
const child = spawn('vitest', ['run', test, '--project', 'node', '--disable-console-intercept'], {
  stdio: 'inherit',
  env,
});
process.once('SIGINT', () => child.kill('SIGINT'));
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
  try {
    const runs = JSON.parse(readFileSync(report, 'utf8')) as AssetsRuns;
    const words = reportOfAssets(runs, { day: new Date().toISOString().slice(0, 10), cores: cpus().length });
    console.log(`\n${words}`);
    if (values.write) writeFileSync(DOCUMENT, words);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

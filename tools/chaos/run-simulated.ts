import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetsRuns } from './assets-report.ts';

const TEST = 'subgraphs/assets/src/operations/chaos.test.ts';

/** Plays the crash runs of the uploads' own test with more seeds. @returns how it ended and what was seen. */
export async function runSimulated({
  seed,
  runs,
}: {
  readonly seed: string;
  readonly runs: string;
}): Promise<{ readonly code: number; readonly runs: AssetsRuns }> {
  const folder = mkdtempSync(join(tmpdir(), 'modu-chaos-assets-'));
  try {
    const report = join(folder, 'report.json');
    const env = { ...process.env, CHAOS_SEED: seed, CHAOS_RUNS: runs, CHAOS_REPORT: report };
    const child = spawn('vitest', ['run', TEST, '--project', 'node', '--disable-console-intercept'], {
      stdio: 'inherit',
      env,
    });
    process.once('SIGINT', () => child.kill('SIGINT'));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code: code ?? 1, runs: JSON.parse(readFileSync(report, 'utf8')) as AssetsRuns };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

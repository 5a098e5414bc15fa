// `npm run chaos:assets -- --seed S --runs N`: random crash runs of the uploads, on real servers of their own.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '500' } },
});
const test = 'subgraphs/assets/src/operations/chaos.test.ts';
const env = { ...process.env, CHAOS_SEED: values.seed, CHAOS_RUNS: values.runs };
spawn('vitest', ['run', '--project', 'node', test], { stdio: 'inherit', env }).once('exit', (code) => {
  process.exitCode = code ?? 1;
});

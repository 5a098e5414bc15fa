import { parseArgs } from 'node:util';
import { startCluster } from './cluster.ts';
import { reportOf } from './report.ts';
import { runChaos } from './run.ts';
import type { ChaosRun } from './run.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '20' } },
});
const first = Number(values.seed);
const runs: ChaosRun[] = [];
let isLast = false;
// The run under way is finished, so that nothing is left behind, and what was seen is reported.
process.once('SIGINT', () => {
  isLast = true;
});
const cluster = await startCluster();
try {
  for (let seed = first; seed < first + Number(values.runs) && !isLast; seed += 1) {
    const run = await runChaos(cluster, seed);
    runs.push(run);
    const healed =
      run.healedMs === undefined ? 'never at rest' : `at rest after ${(run.healedMs / 1_000).toFixed(1)} s`;
    console.error(
      `seed ${seed}: ${run.jobs.length} jobs, ${run.faults.join(', ')}; ${healed}; ${run.broken.join('; ') || 'all holds'}`,
    );
  }
} finally {
  await cluster.stop();
}
console.log(reportOf(runs));
process.exitCode = runs.some(({ broken }) => broken.length > 0) ? 1 : 0;

// `npm run chaos -- --seed S --runs N [--clusters K]`: storms, each in one of K clusters that stand side by side. Ends by itself.
import { parseArgs } from 'node:util';
import { startCluster } from './cluster.ts';
import { reportOf } from './report.ts';
import { runChaos } from './run.ts';
import type { ChaosRun } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    clusters: { type: 'string', default: '1' },
  },
});
const first = Number(values.seed);
const end = first + Number(values.runs);
const runs: ChaosRun[] = [];
let next = first;
// The runs under way are finished, so that nothing is left behind, and what was seen is reported.
process.once('SIGINT', () => {
  next = end;
});

const tell = (run: ChaosRun) => {
  const healed = run.healedMs === undefined ? 'never at rest' : `at rest after ${(run.healedMs / 1_000).toFixed(1)} s`;
  const seen = run.broken.join('; ') || 'all holds';
  console.error(`seed ${run.seed}: ${run.jobs.length} jobs, ${run.faults.join(', ')}; ${healed}; ${seen}`);
};

async function playInOne(): Promise<void> {
  const cluster = await startCluster();
  try {
    while (next < end) {
      const run = await runChaos(cluster, next++);
      runs.push(run);
      tell(run);
    }
  } finally {
    await cluster.stop();
  }
}

await Promise.all(Array.from({ length: Number(values.clusters) }, playInOne));
runs.sort((a, b) => a.seed - b.seed);
console.log(reportOf(runs));
process.exitCode = runs.some(({ broken }) => broken.length > 0) ? 1 : 0;

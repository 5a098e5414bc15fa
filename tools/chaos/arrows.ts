// `npm run chaos:arrows`: a worker is killed after each step of making pictures, at the pace of a deployment; how long until it is healed?
import { ARROWS } from '../../subgraphs/generation/src/tasks/arrows.ts';
import { startCluster } from './cluster.ts';
import { killAtArrow } from './kill-at-arrow.ts';

const seconds = (ms: number | null) => (ms === null ? '' : `${(ms / 1_000).toFixed(1)} s`);

const cluster = await startCluster({ workers: 0 });
let isBroken = false;
try {
  console.log(
    '| killed after | run again after | healed after | runs | ended as | broken |\n|---|---:|---:|---:|---|---|',
  );
  for (const arrow of ARROWS) {
    const { againMs, healedMs, attempts, statuses, broken } = await killAtArrow(cluster, arrow);
    isBroken ||= broken.length > 0 || statuses.join() !== 'COMPLETED';
    console.log(
      `| ${arrow} | ${seconds(againMs)} | ${seconds(healedMs)} | ${attempts} | ${statuses.join()} | ${broken.join('; ') || 'nothing'} |`,
    );
  }
} finally {
  await cluster.stop();
}
process.exitCode = isBroken ? 1 : 0;

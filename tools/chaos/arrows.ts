// `npm run chaos:arrows`: a worker is killed after each step of making pictures, at the pace of a deployment; how long until it is healed?
import { ARROWS } from '../../subgraphs/generation/src/tasks/arrows.ts';
import { startCluster } from './cluster.ts';
import { killAtArrow } from './kill-at-arrow.ts';

const cluster = await startCluster({ workers: 0 });
let isBroken = false;
try {
  console.log('| killed after | healed after | runs | ended as | broken |\n|---|---:|---:|---|---|');
  for (const arrow of ARROWS) {
    const { healedMs, attempts, statuses, broken } = await killAtArrow(cluster, arrow);
    isBroken ||= broken.length > 0 || statuses.join() !== 'COMPLETED';
    const seconds = `${(healedMs / 1_000).toFixed(1)} s`;
    console.log(`| ${arrow} | ${seconds} | ${attempts} | ${statuses.join()} | ${broken.join('; ') || 'nothing'} |`);
  }
} finally {
  await cluster.stop();
}
process.exitCode = isBroken ? 1 : 0;

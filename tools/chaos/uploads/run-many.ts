import { startCluster } from '../cluster.ts';
import { runKilled } from './run.ts';
import type { KilledRun } from './run.ts';
import { chooseVictims } from './victims.ts';

/** Some seeds one after the other on a product of their own, each told as it ends. */
export async function runManyKilled({
  firstSeed,
  count,
}: {
  readonly firstSeed: number;
  readonly count: number;
}): Promise<readonly KilledRun[]> {
  const cluster = await startCluster({ workers: 0, modules: ['identity', 'billing', 'assets'] });
  const chooseVictim = chooseVictims();
  const runs: KilledRun[] = [];
  try {
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const run = await runKilled({ cluster, chooseVictim, seed });
      runs.push(run);
      const kills = Object.entries(run.kills).map(([what, times]) => `${what} ${times}`);
      console.log(
        `seed ${seed}: killed ${kills.join(', ')}; ${run.promised} files kept; broken: ${run.broken.join('; ') || 'nothing'}`,
      );
    }
    return runs;
  } finally {
    await cluster.stop();
  }
}

import { describe, expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { runChaos } from './run.ts';

/** One storm of the many that `npm run chaos` plays: a worker, all database connections and the host go down within four seconds. */
const SEED = 2;

describe('a storm of kills', () => {
  it('loses no job, no credit and no picture', async () => {
    // Not at the quick pace: with leases of 2 s a machine that has other work loses those of workers that nobody killed.
    const cluster = await startCluster();
    try {
      const run = await runChaos(cluster, SEED);

      expect(run.broken).toEqual([]);
      // A storm in which nothing was asked for, or all of it refused, would show nothing.
      expect(run.wishes - run.unmade.length).toBeGreaterThanOrEqual(run.wishes / 2);
      expect(run.jobs.filter(({ status }) => status === 'FAILED')).toEqual([]);
    } finally {
      await cluster.stop();
    }
  }, 900_000);
});

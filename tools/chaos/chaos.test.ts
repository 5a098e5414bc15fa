import { describe, expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { runChaos } from './run.ts';

/** One storm of the many that `npm run chaos` plays: a worker, all database connections and the host go down within four seconds. */
const SEED = 2;

describe('a storm of kills', () => {
  it('loses no job, no credit and no picture', async () => {
    const cluster = await startCluster({ pace: 'quick' });
    try {
      const run = await runChaos(cluster, SEED);

      expect(run.broken).toEqual([]);
      expect(run.healedMs).toBeDefined();
      expect(run.jobs.length).toBeGreaterThan(0);
      expect(run.jobs.filter(({ status }) => status === 'FAILED')).toEqual([]);
    } finally {
      await cluster.stop();
    }
  }, 420_000);
});

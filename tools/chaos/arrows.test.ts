import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cluster } from './cluster.ts';
import { startCluster } from './cluster.ts';
import { killAtArrow } from './kill-at-arrow.ts';

/** Two of the steps that `npm run chaos:arrows` goes through: nothing is stored yet, and all but the end is done. */
describe('a worker that is killed', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ workers: 0, pace: 'quick' });
  }, 200_000);
  afterAll(() => cluster.stop());

  it.each(['painted', 'settled'] as const)(
    'after its job was %s leaves a job that another run ends',
    async (arrow) => {
      const run = await killAtArrow(cluster, arrow);

      expect(run).toMatchObject({ statuses: ['COMPLETED'], broken: [] });
      // A worker that is kept from saying that it lives, on a busy machine, loses its lease as a dead one does: another run more.
      expect(run.attempts).toBeGreaterThanOrEqual(2);
    },
    400_000,
  );
});

import { createBatches } from '@modu/batches';
import { NO_LIVE_JOBS } from '../domain/create.ts';
import type { LiveJobs } from '../domain/create.ts';
import type { JobsDatabase } from '../store/database.ts';
import { countLive } from '../store/job-writes.ts';

/** What an owner has that has not ended, at this moment: who asks at the same time is answered by one reading. */
export type CountLiveJobs = (ownerId: string) => Promise<LiveJobs>;

const OWNERS_MAX = 64;
const WAITING_MAX = 10_000;

export function createCountLiveJobs({ pool }: Pick<JobsDatabase, 'pool'>): CountLiveJobs {
  return createBatches({
    ...{ itemsMax: OWNERS_MAX, atOnceMax: 1, waitingMax: WAITING_MAX },
    overloaded: () => new Error(`More than ${WAITING_MAX} wait to know whether there is room for a job.`),
    // A reading that failed says nothing about one of them.
    mayBeOnes: () => false,
    run: async (ownerIds: readonly string[]) => {
      const live = await countLive(pool, [...new Set(ownerIds)]);
      return ownerIds.map((ownerId) => live.get(ownerId) ?? NO_LIVE_JOBS);
    },
  });
}

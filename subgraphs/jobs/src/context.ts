import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { JobHub } from './live/job-hub.ts';
import { toView } from './live/job-view.ts';
import type { JobView } from './live/job-view.ts';
import { findJobs } from './operations/find-jobs.ts';
import type { JobsDesk } from './operations/jobs-desk.ts';
import { readPlaces } from './store/queue-reads.ts';
import type { Place } from './store/queue-reads.ts';

export interface JobsContext extends BaseContext {
  readonly desk: JobsDesk;
  readonly hub: JobHub;
  /** The jobs that the viewer may see, by id. */
  readonly jobs: DataLoader<string, JobView | null>;
  readonly places: DataLoader<string, Place | undefined>;
}

const BATCH_MAX = 500;

export function createJobsContext({ desk, hub }: { desk: JobsDesk; hub: JobHub }): (base: BaseContext) => JobsContext {
  return (base) => ({
    ...base,
    desk,
    hub,
    jobs: new DataLoader(
      async (ids) => {
        const found = await findJobs(desk, base.viewer, ids);
        return found.map((job) => job && toView(job, { progress: hub.progressOf(job.id) }));
      },
      { maxBatchSize: BATCH_MAX },
    ),
    places: new DataLoader(
      async (ids) => {
        const places = await readPlaces(desk.database.pool, ids);
        return ids.map((id) => places.get(id));
      },
      { maxBatchSize: BATCH_MAX },
    ),
  });
}

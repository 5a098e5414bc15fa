import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { JobHub } from './live/job-hub.ts';
import { toView } from './live/job-view.ts';
import type { JobView } from './live/job-view.ts';
import { findJobs } from './operations/find-jobs.ts';
import type { JobsDesk } from './operations/jobs-desk.ts';
import type { Place } from './domain/place.ts';
import type { Job } from './domain/job.ts';
import type { BillingClient } from './store/billing-client.ts';

export interface JobsContext extends BaseContext {
  readonly desk: JobsDesk;
  readonly hub: JobHub;
  readonly billing: BillingClient;
  /** The jobs that the viewer may see, by id. */
  readonly jobs: DataLoader<string, JobView | null>;
  readonly places: DataLoader<Job, Place | undefined, string>;
}

const BATCH_MAX = 500;

export function createJobsContext({
  desk,
  hub,
  billing,
}: {
  desk: JobsDesk;
  hub: JobHub;
  billing: BillingClient;
}): (base: BaseContext) => JobsContext {
  return (base) => ({
    ...base,
    desk,
    hub,
    billing,
    jobs: new DataLoader(
      async (ids) => {
        const found = await findJobs(desk, base.viewer, ids);
        return found.map((job) => job && toView(job, { progress: hub.progressOf(job.id) }));
      },
      { maxBatchSize: BATCH_MAX },
    ),
    places: new DataLoader(
      async (jobs) => {
        const places = await desk.forecaster.places(jobs);
        return jobs.map(({ id }) => places.get(id));
      },
      { maxBatchSize: BATCH_MAX, cacheKeyFn: ({ id }) => id },
    ),
  });
}

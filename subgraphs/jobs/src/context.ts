import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { JobHub } from './live/job-hub.ts';
import { toView } from './live/job-view.ts';
import type { JobView } from './live/job-view.ts';
import { findChildren, findJobs } from './operations/find-jobs.ts';
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
  /** What was made from a job, newest first. */
  readonly children: DataLoader<ChildrenAsked, JobView[], string>;
  readonly places: DataLoader<Job, Place | undefined, string>;
}

interface ChildrenAsked {
  readonly parentId: string;
  readonly first: number;
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
  return (base) => {
    const toSeen = (job: Job) => toView(job, { progress: hub.progressOf(job.id) });
    return {
      ...base,
      desk,
      hub,
      billing,
      jobs: new DataLoader(async (ids) => (await findJobs(desk, base.viewer, ids)).map((job) => job && toSeen(job)), {
        maxBatchSize: BATCH_MAX,
      }),
      children: new DataLoader(
        async (asked) => {
          // One statement reads as many of each as the one that wants most.
          const [parentIds, first] = [
            asked.map(({ parentId }) => parentId),
            Math.max(...asked.map((one) => one.first)),
          ];
          const found = await findChildren(desk, base.viewer, { parentIds, first });
          return found.map((jobs, at) => jobs.slice(0, Math.max(1, asked[at]!.first)).map(toSeen));
        },
        { maxBatchSize: BATCH_MAX, cacheKeyFn: ({ parentId, first }) => `${parentId} ${first}` },
      ),
      places: new DataLoader(
        async (jobs) => {
          const places = await desk.forecaster.places(jobs);
          return jobs.map(({ id }) => places.get(id));
        },
        { maxBatchSize: BATCH_MAX, cacheKeyFn: ({ id }) => id },
      ),
    };
  };
}

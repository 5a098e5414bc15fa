import type { JobsContext } from '../../context.ts';
import type { JobView } from '../../live/job-view.ts';
import { watchJobs } from '../../operations/watch-jobs.ts';

export const jobUpdates = {
  subscribe: (_: unknown, { after }: { after?: number | null }, { desk, hub, viewer }: JobsContext) =>
    watchJobs({ ...desk, hub }, viewer, after),
  resolve: (view: JobView) => view,
};

import type { JobsContext } from '../../context.ts';
import type { JobView } from '../../live/job-view.ts';
import { watchJobs } from '../../operations/watch-jobs.ts';

export const jobUpdates = {
  subscribe: (_: unknown, _args: unknown, { desk, hub, viewer }: JobsContext) => watchJobs({ ...desk, hub }, viewer),
  resolve: (view: JobView) => view,
};

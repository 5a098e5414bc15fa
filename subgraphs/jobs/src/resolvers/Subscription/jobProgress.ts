import { isRefusal } from '@modu/errors';
import type { JobsContext } from '../../context.ts';
import type { JobView } from '../../live/job-view.ts';
import { watchJob } from '../../operations/watch-jobs.ts';
import { refusalError } from '../refusal-error.ts';

export const jobProgress = {
  subscribe: async (_: unknown, args: { id: string; after?: number | null }, context: JobsContext) => {
    const watched = await watchJob({ ...context.desk, hub: context.hub }, context.viewer, args);
    if (isRefusal(watched)) throw refusalError(watched, context);
    return watched;
  },
  resolve: (view: JobView) => view,
};

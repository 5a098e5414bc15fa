import type { JobsContext } from '../../context.ts';
import { toView } from '../../live/job-view.ts';
import { clearQueue as clear } from '../../operations/clear-queue.ts';

export const clearQueue = async (_: unknown, _args: unknown, { desk, viewer }: JobsContext) => {
  const canceled = await clear(desk, viewer);
  return { __typename: 'ClearedQueue', canceled: canceled.map((job) => toView(job, {})) };
};

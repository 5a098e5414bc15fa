import { isRefusal } from '@modu/errors';
import type { JobsContext } from '../../context.ts';
import { toView } from '../../live/job-view.ts';
import { listJobs } from '../../operations/list-jobs.ts';
import type { ListJobsInput } from '../../operations/list-jobs.ts';
import { refusalError } from '../refusal-error.ts';

export const jobs = async (_: unknown, args: ListJobsInput, context: JobsContext) => {
  const { desk, hub, viewer } = context;
  const found = await listJobs(desk, viewer, args);
  if (isRefusal(found)) throw refusalError(found, context);
  const edges = found.edges.map(({ cursor, node }) => ({
    cursor,
    node: toView(node, { progress: hub.progressOf(node.id) }),
  }));
  return { ...found, edges };
};

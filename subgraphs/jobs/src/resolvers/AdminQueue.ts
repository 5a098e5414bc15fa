import type { JobsContext } from '../context.ts';
import { toView } from '../live/job-view.ts';
import { listFailures } from '../operations/admin-queue.ts';

export const AdminQueue = {
  failures: async (_: unknown, { first }: { first: number | null }, { desk, viewer }: JobsContext) =>
    (await listFailures(desk, viewer, first ?? 20)).map((job) => toView(job, {})),
};

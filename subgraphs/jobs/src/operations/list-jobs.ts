import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job, JobStatus } from '../domain/job.ts';
import type { JobsDesk } from './jobs-desk.ts';

export interface ListJobsInput {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly status?: readonly JobStatus[] | null;
  readonly kind?: string | null;
}

/** The viewer's jobs, newest first. */
export async function listJobs(
  desk: JobsDesk,
  viewer: Viewer,
  { first, after, status, kind }: ListJobsInput,
): Promise<Connection<Job> | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const asked = parsePage({ first: first ?? null, after: after ?? null });
  if (isRefusal(asked)) return asked;
  const start = asked.after && parseStart(asked.after);
  if (isRefusal(start)) return start;
  const rows = await desk.database.reads.listPage({
    ownerId,
    take: asked.first + 1,
    ...(status ? { statuses: status } : {}),
    ...(kind ? { kind } : {}),
    ...(start ? { after: start } : {}),
  });
  return page(rows, { ...asked, cursorOf: ({ createdAt, id }) => [createdAt.getTime(), id] });
}

function parseStart([createdAt, id]: readonly unknown[]): { createdAt: Date; id: string } | Refusal {
  const valid = Number.isSafeInteger(createdAt) && isId(id);
  return valid
    ? { createdAt: new Date(createdAt as number), id }
    : refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
}

import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { pageByTime } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job, JobStatus } from '../domain/job.ts';
import { isStorableText } from '../storable-text.ts';
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
  if (kind && !isStorableText(kind)) return refuse('INVALID_INPUT', 'jobs.kind', { path: ['kind'] });
  return pageByTime({ first: first ?? null, after: after ?? null }, (asked) =>
    desk.database.reads.listPage({
      ...{ ownerId, ...asked },
      ...(status ? { statuses: status } : {}),
      ...(kind ? { kind } : {}),
    }),
  );
}

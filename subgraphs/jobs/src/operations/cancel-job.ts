import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job } from '../domain/job.ts';
import { cancelJob as cancel } from '../domain/transitions.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { transitionJob } from './transition-job.ts';

/** Ends one of the viewer's jobs and gives its credits back. */
export async function cancelJob(desk: JobsDesk, viewer: Viewer, id: string): Promise<Job | Refusal> {
  const ownerId = requireUser(viewer, 'generate');
  return transitionJob(desk, id, (job) =>
    job.ownerId === ownerId ? cancel(job, { now: desk.now() }) : refuse('NOT_FOUND', 'job.notFound', { path: ['id'] }),
  );
}

import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import type { Job } from '../domain/job.ts';
import type { Transition } from '../domain/transitions.ts';
import { announceChange } from './announce.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Changes one job under its lock: what `decide` returns is written together with what follows from it, then announced. */
export async function transitionJob(
  desk: JobsDesk,
  id: string,
  decide: (job: Job) => Transition,
): Promise<Job | Refusal> {
  if (!isId(id)) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  const written = await desk.writing.change({ id: id.toLowerCase(), decide });
  if (isRefusal(written)) return written;
  if (written.isNew) announceChange(desk, written.job);
  return written.job;
}

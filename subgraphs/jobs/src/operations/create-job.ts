import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { jobRunTask } from '../contracts.ts';
import type { Job, NewJob } from '../domain/job.ts';
import { announceChange } from './announce.ts';
import { parseCreateJobInput } from './create-job-input.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Makes a job; only for services. Idempotent by `id`. */
export async function createJob(desk: JobsDesk, viewer: Viewer, input: unknown): Promise<Job | Refusal> {
  assertService(viewer);
  const wanted = parseCreateJobInput(input);
  return isRefusal(wanted) ? wanted : makeJob(desk, wanted);
}

/** The job's row and everything that drives it, in one transaction. Idempotent by `id`; who may is decided before. */
export async function makeJob(desk: JobsDesk, wanted: NewJob): Promise<Job | Refusal> {
  // Outside of the transaction, where making a new kind's queue would hold locks.
  await desk.queue.ensure(jobRunTask(wanted.kind));
  const written = await desk.writing.create(wanted);
  if (isRefusal(written)) return written;
  if (written.isNew) {
    announceChange(desk, written.job);
    desk.promises.note(written.job);
  }
  return written.job;
}

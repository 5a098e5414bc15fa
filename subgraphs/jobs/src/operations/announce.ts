import { jobCancelChannel, jobChangedChannel } from '../contracts.ts';
import { toChanged } from '../domain/changed.ts';
import type { Job } from '../domain/job.ts';
import type { JobsDesk } from './jobs-desk.ts';

/**
 * Tells who watches. After the commit and without waiting: the change stands whether it is heard or not, and watchers
 * compare with the database now and then.
 */
export function announceChange({ bus, logger }: JobsDesk, job: Job): void {
  const failed = (error: unknown) =>
    logger.warn({ jobId: job.id, err: error }, 'a change of a job could not be announced');
  bus.publish(jobChangedChannel, toChanged(job)).catch(failed);
  if (job.status === 'CANCELED') bus.publish(jobCancelChannel, { jobId: job.id }).catch(failed);
}

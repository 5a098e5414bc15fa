import { isRefusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { cancelJob } from '../domain/transitions.ts';
import { deleteEnded, listUnended } from '../store/departures.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { transitionJob } from './transition-job.ts';

/**
 * Removes a person's jobs with what they were made from, for an account that has gone. Those that wait or run are canceled
 * first; those whose credits are still on their way stay until that is done.
 * @returns whether nothing is left.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function removeJobsOf(desk: JobsDesk, viewer: Viewer, ownerId: string): Promise<boolean> {
  assertService(viewer);
  const { pool } = desk.database;
  for (const id of await listUnended(pool, ownerId)) {
    const ended = await transitionJob(desk, id, (job) => cancelJob(job, { now: desk.now() }));
    if (isRefusal(ended))
      desk.logger.info({ jobId: id, code: ended.code }, 'a job of somebody who left ends by itself');
  }
  return (await deleteEnded(pool, ownerId)) === 0;
}

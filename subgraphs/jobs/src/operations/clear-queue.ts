import { isRefusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job } from '../domain/job.ts';
import { cancelJob } from '../domain/transitions.ts';
import { lockOwners, lockQueued, saveJobs } from '../store/job-writes.ts';
import { announceChange } from './announce.ts';
import { scheduleEndEffects } from './end-effects.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Cancels all of the viewer's jobs that wait. Those whose result is being made final are left alone. */
export async function clearQueue(desk: JobsDesk, viewer: Viewer): Promise<Job[]> {
  const ownerId = requireUser(viewer, 'generate');
  const canceled = await inTransaction(desk.database.pool, async (sql) => {
    await lockOwners(sql, [ownerId]);
    const changes = (await lockQueued(sql, ownerId)).flatMap((before) => {
      const after = cancelJob(before, { now: desk.now() });
      return isRefusal(after) || after === before ? [] : [{ before, after }];
    });
    const saved = await saveJobs(
      sql,
      changes.map(({ after }) => after),
    );
    await scheduleEndEffects({ queue: desk.queue, sql }, changes);
    return saved;
  });
  for (const job of canceled) announceChange(desk, job);
  return canceled;
}

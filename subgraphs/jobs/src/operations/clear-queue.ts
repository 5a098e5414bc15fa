import { isRefusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job } from '../domain/job.ts';
import { cancelJob } from '../domain/transitions.ts';
import { lockOwner, lockQueued, saveJob } from '../store/job-writes.ts';
import { announceChange } from './announce.ts';
import { scheduleEndEffects } from './end-effects.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Cancels all of the viewer's jobs that wait. Those whose result is being made final are left alone. */
export async function clearQueue(desk: JobsDesk, viewer: Viewer): Promise<Job[]> {
  const ownerId = requireUser(viewer, 'generate');
  const canceled = await inTransaction(desk.database.pool, async (sql) => {
    await lockOwner(sql, ownerId);
    const saved: Job[] = [];
    for (const before of await lockQueued(sql, ownerId)) {
      const after = cancelJob(before, { now: desk.now() });
      if (isRefusal(after) || after === before) continue;
      saved.push(await saveJob(sql, after));
      await scheduleEndEffects(desk, { before, after, sql });
    }
    return saved;
  });
  for (const job of canceled) announceChange(desk, job);
  return canceled;
}

import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { inTransaction } from '@modu/postgres';
import type { Job } from '../domain/job.ts';
import type { Transition } from '../domain/transitions.ts';
import { lockJob, saveJob } from '../store/job-writes.ts';
import { announceChange } from './announce.ts';
import { scheduleEndEffects } from './end-effects.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Changes one job under its lock: what `decide` returns is written together with what follows from it, then announced. */
export async function transitionJob(
  desk: JobsDesk,
  id: string,
  decide: (job: Job) => Transition,
): Promise<Job | Refusal> {
  if (!isId(id)) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  const outcome = await inTransaction(desk.database.pool, async (sql) => {
    const before = await lockJob(sql, id);
    if (!before) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
    const after = decide(before);
    if (isRefusal(after)) return after;
    if (after === before) return { job: before, changed: false };
    const saved = await saveJob(sql, after);
    await scheduleEndEffects(desk, { before, after, sql });
    return { job: saved, changed: true };
  });
  if (isRefusal(outcome)) return outcome;
  if (outcome.changed) announceChange(desk, outcome.job);
  return outcome.job;
}

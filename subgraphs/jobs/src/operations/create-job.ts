import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import type { Sql } from '@modu/tasks';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { jobRunTask, renewHoldTask } from '../contracts.ts';
import { refuseFullQueue, refuseHaste, reuseJob } from '../domain/create.ts';
import type { Job, NewJob } from '../domain/job.ts';
import { tierLevel } from '../domain/tier.ts';
import { countLive, findWithPayload, insertJob, lockOwner } from '../store/job-writes.ts';
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

  const outcome = await inTransaction(desk.database.pool, async (sql) => {
    await lockOwner(sql, wanted.ownerId);
    const existing = await findWithPayload(sql, wanted.id);
    if (existing) {
      const reused = reuseJob(existing, wanted);
      return isRefusal(reused) ? reused : { job: reused, created: false };
    }
    const live = await countLive(sql, wanted.ownerId);
    const refused = refuseFullQueue(live, wanted) ?? refuseHaste(live, wanted);
    if (refused) return refused;
    const job = await insertJob(sql, wanted);
    await schedule(desk, { wanted, sql });
    return { job, created: true };
  });
  if (isRefusal(outcome)) return outcome;
  if (outcome.created) {
    announceChange(desk, outcome.job);
    desk.promises.note(outcome.job);
  }
  return outcome.job;
}

async function schedule({ queue }: JobsDesk, { wanted, sql }: { wanted: NewJob; sql: Sql }): Promise<void> {
  const { id, kind, ownerId, quotedCredits, estimatedMs, tier, runningJobsMax, payload } = wanted;
  const line = { ownerId, tier: tierLevel(tier), slots: runningJobsMax, costMs: estimatedMs };
  const run = { jobId: id, ownerId, quotedCredits, estimatedMs, payload };
  await queue.enqueue(jobRunTask(kind), run, { sql, id, line });
  await queue.enqueue(renewHoldTask, { jobId: id }, { sql });
}

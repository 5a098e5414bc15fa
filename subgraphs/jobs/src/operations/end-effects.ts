import type { Sql } from '@modu/tasks';
import { jobDiscardTask, jobRunTask, releaseHoldTask } from '../contracts.ts';
import type { Job } from '../domain/job.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** By then a worker that had just begun has noticed that its job is over. */
const SECOND_RELEASE_MS = 20_000;
const DISCARD_AFTER_MS = 5_000;

/**
 * What follows from a job's end without a result, written with it in one transaction: its task leaves the queue and its
 * hold is given back; what its runs have left is removed. A worker may be about to make the hold anew as the job ends, hence the second, later release.
 */
export async function scheduleEndEffects(
  { queue }: Pick<JobsDesk, 'queue'>,
  { before, after, sql }: { readonly before: Job; readonly after: Job; readonly sql: Sql },
): Promise<void> {
  if (after.status !== 'CANCELED' && after.status !== 'FAILED') return;
  if (before.status === after.status) return;
  if (after.status === 'CANCELED') await queue.cancel(jobRunTask(after.kind), [after.id], { sql });
  const input = { jobId: after.id, note: after.status.toLowerCase() };
  await queue.enqueue(releaseHoldTask, input, { sql });
  if (after.status === 'CANCELED' && before.status === 'RUNNING') {
    await queue.enqueue(releaseHoldTask, input, { sql, startAfterMs: SECOND_RELEASE_MS });
  }
  if (after.attempt > 0) {
    const { id: jobId, ownerId, attempt } = after;
    await queue.enqueue(
      jobDiscardTask(after.kind),
      { jobId, ownerId, attempt },
      { sql, id: jobId, startAfterMs: DISCARD_AFTER_MS },
    );
  }
}

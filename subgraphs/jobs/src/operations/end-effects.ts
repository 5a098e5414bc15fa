import type { Sql, TaskQueue, Within } from '@modu/tasks';
import { jobDiscardTask, jobRunTask, releaseHoldTask } from '../contracts.ts';
import type { Job } from '../domain/job.ts';

/** By then a worker that had just begun has noticed that its job is over. */
const SECOND_RELEASE_MS = 20_000;
const DISCARD_AFTER_MS = 5_000;

/** A job before and after a change, and the context of whoever asked for it. */
export interface ChangedJob {
  readonly before: Job;
  readonly after: Job;
  readonly within?: Within;
}

/**
 * What follows from the end of jobs without a result, written with it in one transaction: their tasks leave the queue, their
 * holds are given back and what their runs have left is removed. A worker may be about to make a hold anew as its job ends,
 * hence the second, later release. However many jobs end, it is a statement of each sort (by kind): others wait for these rows meanwhile.
 */
export async function scheduleEndEffects(
  { queue, sql }: { readonly queue: TaskQueue; readonly sql: Sql },
  changes: readonly ChangedJob[],
): Promise<void> {
  const ended = changes.filter(
    ({ before, after }) => (after.status === 'CANCELED' || after.status === 'FAILED') && before.status !== after.status,
  );
  const canceled = ended.filter(({ after }) => after.status === 'CANCELED');
  for (const [kind, ofKind] of Map.groupBy(canceled, ({ after }) => after.kind)) {
    const ids = ofKind.map(({ after }) => after.id).sort();
    await queue.cancel(jobRunTask(kind), ids, { sql });
  }
  await release({ queue, sql }, ended);
  const running = canceled.filter(({ before }) => before.status === 'RUNNING');
  await release({ queue, sql, startAfterMs: SECOND_RELEASE_MS }, running);
  await discard({ queue, sql }, ended);
}

interface Releasing {
  readonly queue: TaskQueue;
  readonly sql: Sql;
  readonly startAfterMs?: number;
}

async function release({ queue, ...options }: Releasing, ended: readonly ChangedJob[]): Promise<void> {
  const inputs = ended.map(({ after }) => ({ jobId: after.id, note: after.status.toLowerCase() }));
  const within = ended.map((one) => one.within);
  await queue.enqueueAll(releaseHoldTask, inputs, { ...options, within });
}

/** Of jobs that were never begun nothing can be left. */
async function discard({ queue, sql }: Releasing, ended: readonly ChangedJob[]): Promise<void> {
  const begun = ended.filter(({ after }) => after.attempt > 0);
  for (const [kind, ofKind] of Map.groupBy(begun, ({ after }) => after.kind)) {
    const inputs = ofKind.map(({ after: { id: jobId, ownerId, attempt } }) => ({ jobId, ownerId, attempt }));
    const within = ofKind.map((one) => one.within);
    await queue.enqueueAll(jobDiscardTask(kind), inputs, { sql, startAfterMs: DISCARD_AFTER_MS, within });
  }
}

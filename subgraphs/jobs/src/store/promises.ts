import type { Pool } from 'pg';

/** What a job's owner was told when it was made. */
export interface WaitPromise {
  readonly id: string;
  /** `null`: nothing could be told. */
  readonly waitMs: number | null;
  readonly totalMs: number;
}

/**
 * Kept to be compared with what came; a job that has begun meanwhile was promised no wait, and one that waits where nothing can
 * be told was promised nothing. The rows are locked in the order
 * in which all lock jobs, or two who change the same ones would wait for each other.
 */
export async function savePromises(pool: Pool, promises: readonly WaitPromise[]): Promise<void> {
  await pool.query(
    `WITH locked AS MATERIALIZED (SELECT id FROM job WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE)
     UPDATE job SET promised_wait_ms = coalesce(promise.wait, 0), promised_ms = promise.total
     FROM locked JOIN unnest($1::uuid[], $2::int[], $3::int[]) AS promise(id, wait, total) USING (id)
     WHERE job.id = locked.id AND (promise.wait IS NOT NULL OR job.started_at IS NOT NULL)`,
    [
      promises.map(({ id }) => id),
      promises.map(({ waitMs }) => waitMs && Math.round(waitMs)),
      promises.map(({ totalMs }) => Math.round(totalMs)),
    ],
  );
}

import type { Pool } from 'pg';
import type { WorkAhead } from '../domain/wait.ts';

/** A job's place among those that wait, 1 is next, and the work before it. */
export interface Place extends WorkAhead {
  readonly position: number;
}

export interface QueueCounts extends WorkAhead {
  readonly depth: number;
  readonly running: number;
  readonly myQueued: number;
  readonly myRunning: number;
}

/** What running jobs still have before them, by their estimates. */
const RUNNING = `SELECT count(*)::int AS runners,
    coalesce(sum(greatest(0, estimated_ms - extract(epoch FROM now() - started_at) * 1000)), 0)::float8 AS "runningMs"
  FROM job WHERE status = 'RUNNING'`;

/** The places of those of these jobs that wait; the order is that of the task queue. */
export async function readPlaces(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query(
    `WITH ranked AS (
       SELECT id, (row_number() OVER ahead)::int AS position,
         coalesce(sum(estimated_ms) OVER (ahead ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::float8 AS "queuedMs"
       FROM job WHERE status = 'QUEUED'
       WINDOW ahead AS (ORDER BY priority DESC, created_at, id)
     ), running AS (${RUNNING})
     SELECT ranked.*, running.* FROM ranked, running WHERE ranked.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map((rows as (Place & { id: string })[]).map(({ id, ...place }) => [id, place]));
}

export async function readQueueCounts(pool: Pool, ownerId: string): Promise<QueueCounts> {
  const { rows } = await pool.query(
    `WITH queued AS (
       SELECT count(*)::int AS depth, coalesce(sum(estimated_ms), 0)::float8 AS "queuedMs",
         count(*) FILTER (WHERE owner_id = $1)::int AS "myQueued"
       FROM job WHERE status = 'QUEUED'
     ), running AS (${RUNNING}),
     mine AS (SELECT count(*)::int AS "myRunning" FROM job WHERE status = 'RUNNING' AND owner_id = $1)
     SELECT queued.*, running.*, running.runners AS running, mine.* FROM queued, running, mine`,
    [ownerId],
  );
  return rows[0] as QueueCounts;
}

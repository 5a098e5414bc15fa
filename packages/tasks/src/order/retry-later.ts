import { COST_SQL } from './line-place.ts';
import { HALF_LIFE_MS, TURN_GRACE } from './policy.ts';

/** What to write for a run that says itself when to try again. */
export interface RetryLater {
  readonly task: string;
  readonly id: string;
  readonly retryCount: number;
  readonly afterMs: number;
  /** False: the run could not begin. */
  readonly counts: boolean;
  readonly message: string;
}

/**
 * A claim counts a run by `started_on`: without it the next has the same number, as of a run that never began. Its person has used the time
 * that it took to find that out and no more: the rest of what the claim wrote down is given back, as is the longer wait for a next turn,
 * unless they had another since. Fenced by the attempt, like all that a run writes.
 */
const RETRY_LATER = `
  WITH run AS (
    SELECT name, id, group_id, started_on, greatest(0, ${COST_SQL} - extract(epoch FROM pgboss.job_now() - started_on)::float8 * 1000) AS unused
    FROM pgboss.job_common
    WHERE name = $1 AND id = $2::uuid AND state = 'active' AND retry_count = $3 AND (NOT $5 OR retry_count < retry_limit)
    FOR UPDATE
  ), later AS (
    UPDATE pgboss.job_common job
    SET state = 'retry', start_after = pgboss.job_now() + $4 * interval '1 millisecond', heartbeat_on = NULL,
      started_on = CASE WHEN $5 THEN job.started_on END, output = jsonb_build_object('message', $6::text)
    FROM run WHERE job.name = run.name AND job.id = run.id
    RETURNING job.id
  ), given_back AS (
    UPDATE modu_tasks.share
    SET used_ms = greatest(0, used_ms - unused * power(0.5::float8, greatest(0, extract(epoch FROM used_at - started_on)::float8) * 1000 / ${HALF_LIFE_MS})),
      turn_at = turn_at - CASE WHEN used_at <= started_on THEN unused * ${TURN_GRACE} ELSE 0 END * interval '1 millisecond'
    FROM run WHERE NOT $5 AND share.task = run.name AND share.owner_id = run.group_id
  )
  SELECT id FROM later`;

interface Database {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** @returns false where the run is no longer the one that has the task, or has used up its runs. */
export async function retryLater(database: Database, later: RetryLater): Promise<boolean> {
  const { task, id, retryCount, afterMs, counts, message } = later;
  const { rows } = await database.executeSql(RETRY_LATER, [task, id, retryCount, afterMs, counts, message]);
  return rows.length > 0;
}

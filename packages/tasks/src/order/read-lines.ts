import type { Sql } from '../queue.ts';
import { COST_SQL, SLOTS_SQL } from './line-place.ts';
import { mergeLines } from './merge-lines.ts';
import type { LineOfTask } from './merge-lines.ts';
import { HALF_LIFE_MS } from './policy.ts';

/**
 * One step through each index per person who waits, however long their lines are. A planner that has not looked at the tables since
 * they grew would rather join all people with all shares, or read all that waits once per person: `OFFSET 0`, the added interval and what
 * is asked of `blocked`, which no index of pg-boss's answers, leave it no other way than the indexes meant.
 */
const LINES = `
  WITH RECURSIVE people AS (
    (SELECT group_id FROM pgboss.job_common
     WHERE name = $1 AND state < 'active' AND group_id IS NOT NULL ORDER BY group_id LIMIT 1)
    UNION ALL
    SELECT next.group_id FROM people CROSS JOIN LATERAL (
      SELECT group_id FROM pgboss.job_common
      WHERE name = $1 AND state < 'active' AND group_id > people.group_id ORDER BY group_id LIMIT 1) next
  ), active AS MATERIALIZED (
    SELECT group_id, count(*)::int AS running, sum(${COST_SQL}) AS "runningMs"
    FROM pgboss.job_common WHERE state = 'active' AND group_id IS NOT NULL GROUP BY group_id
  )
  SELECT people.group_id AS "ownerId", coalesce(active.running, 0) AS running,
    coalesce(active."runningMs", 0) AS "runningMs",
    coalesce(share.used_ms, 0) AS "usedMs", extract(epoch FROM share.turn_at)::float8 * 1000 AS "turnAtMs",
    extract(epoch FROM greatest(share.turn_at, waiting."firstAt"))::float8 * 1000 AS "waitsSinceMs",
    waiting.tier, waiting.slots, waiting.waiting
  FROM people
  LEFT JOIN active USING (group_id)
  LEFT JOIN LATERAL (
    SELECT max(turn_at) AS turn_at,
      sum(used_ms * power(0.5, greatest(0, extract(epoch FROM now() - used_at)) * 1000 / ${HALF_LIFE_MS})) AS used_ms
    FROM modu_tasks.share WHERE share.task = ANY($3::text[]) AND share.owner_id = people.group_id OFFSET 0) share ON true
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('id', head.id, 'costMs', head.cost,
        'atMs', extract(epoch FROM head.created_on)::float8 * 1000)) AS waiting,
      (array_agg(head.priority))[1] AS tier, (array_agg(head.slots))[1] AS slots, (array_agg(head.created_on))[1] AS "firstAt"
    FROM (
      SELECT id, priority, created_on, ${COST_SQL} AS cost, ${SLOTS_SQL} AS slots FROM pgboss.job_common
      WHERE name = $1 AND state < 'active' AND group_id = people.group_id
        AND start_after + interval '0' <= now() AND coalesce(blocked, false) = false
      ORDER BY priority DESC, created_on LIMIT $2
    ) head
  ) waiting
  WHERE waiting.waiting IS NOT NULL`;

/**
 * Everyone who waits for these tasks, each with their first ones, whichever they are. What people have used of any of these
 * tasks weighs in all.
 */
export async function readLines(
  sql: Sql,
  { tasks, firstMax }: { readonly tasks: readonly string[]; readonly firstMax: number },
): Promise<LineOfTask[]> {
  const found: (readonly [string, LineOfTask[]])[] = [];
  for (const task of tasks) {
    const { rows } = await sql.query(LINES, [task, firstMax, tasks]);
    found.push([task, rows as LineOfTask[]]);
  }
  return mergeLines(found, firstMax);
}

import type { Sql } from '../queue.ts';
import { COST_SQL, SLOTS_SQL } from './line-place.ts';
import { HALF_LIFE_MS } from './policy.ts';
import type { Line } from './policy.ts';

/**
 * One step through each index per person who waits, however long their lines are. A planner that has not looked at the tables since
 * they grew would rather join all people with all shares, or read all that waits once per person: `OFFSET 0` and the added interval leave
 * it no other way than the indexes meant.
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
    coalesce(share.used_ms * power(0.5, greatest(0, extract(epoch FROM now() - share.used_at)) * 1000 / ${HALF_LIFE_MS}), 0)
      AS "usedMs",
    extract(epoch FROM greatest(share.turn_at, waiting."firstAt"))::float8 * 1000 AS "waitsSinceMs",
    waiting.tier, waiting.slots, waiting.waiting
  FROM people
  LEFT JOIN active USING (group_id)
  LEFT JOIN LATERAL (
    SELECT used_ms, used_at, turn_at FROM modu_tasks.share
    WHERE share.task = $1 AND share.owner_id = people.group_id OFFSET 0) share ON true
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('id', head.id, 'costMs', head.cost)) AS waiting,
      (array_agg(head.priority))[1] AS tier, (array_agg(head.slots))[1] AS slots, (array_agg(head.created_on))[1] AS "firstAt"
    FROM (
      SELECT id, priority, created_on, ${COST_SQL} AS cost, ${SLOTS_SQL} AS slots FROM pgboss.job_common
      WHERE name = $1 AND state < 'active' AND group_id = people.group_id AND start_after + interval '0' <= now() AND NOT blocked
      ORDER BY priority DESC, created_on LIMIT $2
    ) head
  ) waiting
  WHERE waiting.waiting IS NOT NULL`;

/** Everyone who waits for this task, each with their first tasks. */
export async function readLines(
  sql: Sql,
  { task, firstMax }: { readonly task: string; readonly firstMax: number },
): Promise<Line[]> {
  const { rows } = await sql.query(LINES, [task, firstMax]);
  return rows as Line[];
}

import type { Sql } from '../queue.ts';
import { COST_SQL, SLOTS_SQL } from './line-place.ts';
import { mergeLines } from './merge-lines.ts';
import type { LineOfTask } from './merge-lines.ts';
import { readUsage } from './read-usage.ts';
import type { Usage } from './read-usage.ts';

/**
 * One step through each index per person who waits, however long their lines are. A planner that has not looked at the tables since
 * they grew would rather read all that waits once per person: the added interval and what is asked of `blocked`, which no index of
 * pg-boss's answers, leave it no other way than the index meant. For the same reason what belongs to the people is not joined here.
 */
const FIRST = `
  SELECT id, priority AS tier, extract(epoch FROM created_on)::float8 * 1000 AS "atMs", ${COST_SQL} AS "costMs", ${SLOTS_SQL} AS slots
  FROM pgboss.job_common
  WHERE name = $1 AND state < 'active' AND group_id = people.group_id
    AND start_after + interval '0' <= now() AND coalesce(blocked, false) = false
  ORDER BY priority DESC, created_on LIMIT $2`;

const OF_EVERYONE = `
  WITH RECURSIVE people AS (
    (SELECT group_id FROM pgboss.job_common
     WHERE name = $1 AND state < 'active' AND group_id IS NOT NULL ORDER BY group_id LIMIT 1)
    UNION ALL
    SELECT next.group_id FROM people CROSS JOIN LATERAL (
      SELECT group_id FROM pgboss.job_common
      WHERE name = $1 AND state < 'active' AND group_id > people.group_id ORDER BY group_id LIMIT 1) next
  )
  SELECT people.group_id AS "ownerId", first.* FROM people CROSS JOIN LATERAL (${FIRST}) first`;

const OF_SOME = `
  SELECT people.group_id AS "ownerId", first.*
  FROM unnest($3::text[]) AS people(group_id) CROSS JOIN LATERAL (${FIRST}) first`;

interface Waiting {
  readonly ownerId: string;
  readonly id: string;
  readonly costMs: number;
  readonly atMs: number;
  readonly tier: number;
  readonly slots: number;
}

/** Who waits for each of some tasks. */
export type LinesByTask = readonly (readonly [task: string, lines: readonly LineOfTask[]])[];

interface Looked {
  readonly tasks: readonly string[];
  readonly firstMax: number;
}

/**
 * Everyone who waits for these tasks, each with their first ones, whichever they are. What people have used of any of these
 * tasks weighs in all.
 */
export async function readLines(sql: Sql, looked: Looked): Promise<LineOfTask[]> {
  return mergeLines(await findLines(sql, looked), looked.firstMax);
}

/** The same, of each task by itself. */
export async function findLines(sql: Sql, { tasks, firstMax }: Looked): Promise<LinesByTask> {
  const found: (readonly [task: string, waiting: readonly Waiting[]])[] = [];
  for (const task of tasks) found.push([task, (await sql.query(OF_EVERYONE, [task, firstMax])).rows as Waiting[]]);
  const ownerIds = [...new Set(found.flatMap(([, waiting]) => waiting.map(({ ownerId }) => ownerId)))];
  if (ownerIds.length === 0) return [];
  const usage = await readUsage(sql, { tasks, ownerIds });
  return found.map(([task, waiting]) => [task, toLines(waiting, usage)]);
}

interface Further {
  readonly found: LinesByTask;
  readonly ownerIds: ReadonlySet<string>;
  readonly firstMax: number;
}

/** Lines that were found, of these people alone, with more of what they wait for. */
export async function readFurther(sql: Sql, { found, ownerIds, firstMax }: Further): Promise<LinesByTask> {
  const further: (readonly [task: string, lines: readonly LineOfTask[]])[] = [];
  for (const [task, lines] of found) {
    const usage = new Map(lines.flatMap((line) => (ownerIds.has(line.ownerId) ? [[line.ownerId, line] as const] : [])));
    // One that nobody waits for stays among them: that there are several is how each task keeps its name.
    const waiting = usage.size > 0 ? (await sql.query(OF_SOME, [task, firstMax, [...usage.keys()]])).rows : [];
    further.push([task, toLines(waiting as Waiting[], usage)]);
  }
  return further;
}

function toLines(waiting: readonly Waiting[], usage: ReadonlyMap<string, Usage>): LineOfTask[] {
  return [...Map.groupBy(waiting, ({ ownerId }) => ownerId)].flatMap(([ownerId, own]) => {
    const [first] = own;
    const used = usage.get(ownerId);
    if (!first || !used) return [];
    const { running, runningMs, usedMs, turnAtMs } = used;
    const waitsSinceMs = Math.max(turnAtMs ?? 0, first.atMs);
    const { tier, slots } = first;
    const tasks = own.map(({ id, costMs, atMs }) => ({ id, costMs, atMs }));
    return { ownerId, tier, slots, running, runningMs, usedMs, turnAtMs, waitsSinceMs, waiting: tasks };
  });
}

import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { Job } from 'pg-boss';
import type { Sql } from '../queue.ts';
import { chooseTurns, mayHaveSeveral } from './choose-turns.ts';
import type { Turn } from './choose-turns.ts';
import { mergeLines } from './merge-lines.ts';
import { HALF_LIFE_MS, TURN_GRACE } from './policy.ts';
import type { Moment } from './policy.ts';
import { prepared } from './prepared.ts';
import { findLines, readFurther } from './read-lines.ts';
import { readRoom } from './rooms.ts';

interface Claim {
  readonly pool: Pool;
  /** Whose turn it is, is chosen over the lines of all of these. */
  readonly tasks: readonly string[];
  readonly free: number;
  readonly leaseSeconds: number;
}

/** More than this many of one person's tasks are never looked at in one claim. */
const FIRST_MAX = 100;

/**
 * Takes the tasks whose turn it is. Claims come one after the other, over all workers and tasks, so that what one decides by
 * is not changed by another in between: a person's bound holds strictly.
 */
export async function claimTurns({ pool, tasks, free, leaseSeconds }: Claim): Promise<Job<object>[]> {
  return inTransaction(pool, async (client) => {
    const sql = prepared(client);
    await sql.query("SELECT pg_advisory_xact_lock(hashtext('modu_tasks:claim'))");
    const { paused, ...moment } = await readRoom(sql, tasks);
    if (paused) return [];
    const turns = await chooseAmong(sql, { tasks, moment: { ...moment, free } });
    return turns.length > 0 ? begin(sql, { tasks, turns, leaseSeconds }) : [];
  });
}

/** Of everyone the first task is read, and more only of the few whose turn it may be more than once. */
async function chooseAmong(
  sql: Sql,
  { tasks, moment }: { readonly tasks: readonly string[]; readonly moment: Moment & { readonly free: number } },
): Promise<readonly Turn[]> {
  const found = await findLines(sql, { tasks, firstMax: 1 });
  const heads = mergeLines(found, 1);
  const several = mayHaveSeveral(heads, moment);
  if (!several) return chooseTurns(heads, moment);
  const firstMax = Math.min(moment.free, FIRST_MAX);
  return chooseTurns(mergeLines(await readFurther(sql, { found, ownerIds: several, firstMax }), firstMax), moment);
}

/** What pg-boss's own fetch writes (a test compares the two), for tasks that we chose; and what their people have used by it. */
const BEGIN = `
  WITH chosen AS (
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::float8[]) WITH ORDINALITY AS t(task, id, owner_id, cost, n)
  ), begun AS (
    UPDATE pgboss.job_common j
    SET state = 'active', started_on = pgboss.job_now(), heartbeat_on = pgboss.job_now(), heartbeat_seconds = $5,
      retry_count = CASE WHEN j.started_on IS NOT NULL THEN j.retry_count + 1 ELSE j.retry_count END
    FROM chosen WHERE j.name = chosen.task AND j.id = chosen.id AND j.state < 'active'
    RETURNING j.id, j.name, j.data, j.retry_count AS "retryCount", j.expire_seconds AS "expireInSeconds", chosen.n
  ), used AS (
    INSERT INTO modu_tasks.share (task, owner_id, used_ms, used_at, turn_at)
    SELECT task, owner_id, sum(cost), now(), now() + sum(cost) * ${TURN_GRACE} * interval '1 millisecond'
    FROM chosen GROUP BY task, owner_id
    ON CONFLICT (task, owner_id) DO UPDATE SET used_at = now(), turn_at = excluded.turn_at, used_ms = excluded.used_ms +
      share.used_ms * power(0.5::float8, greatest(0, extract(epoch FROM now() - share.used_at)::float8) * 1000 / ${HALF_LIFE_MS})
  ), counted AS (
    INSERT INTO modu_tasks.room (task, turn) SELECT task, count(*) FROM chosen GROUP BY task
    ON CONFLICT (task) DO UPDATE SET turn = room.turn + excluded.turn
  )
  SELECT * FROM begun ORDER BY n`;

async function begin(
  sql: Sql,
  { tasks, turns, leaseSeconds }: Pick<Claim, 'tasks' | 'leaseSeconds'> & { turns: readonly Turn[] },
): Promise<Job<object>[]> {
  const { rows } = await sql.query(BEGIN, [
    ...[turns.map(({ task }) => task ?? tasks[0]), turns.map(({ id }) => id)],
    ...[turns.map(({ ownerId }) => ownerId), turns.map(({ costMs }) => costMs), leaseSeconds],
  ]);
  return rows as Job<object>[];
}

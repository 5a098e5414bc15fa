import type { Sql } from '../queue.ts';

/** How many turns these tasks have been given together, and whether anything may begin. */
export interface Room {
  readonly turn: number;
  readonly paused: boolean;
  readonly nowMs: number;
}

/** Stands for all tasks. */
const EVERYWHERE = '*';

export async function readRoom(sql: Sql, tasks: readonly string[]): Promise<Room> {
  const { rows } = await sql.query(
    `SELECT coalesce(sum(turn) FILTER (WHERE task = ANY($1)), 0)::float8 AS turn, coalesce(bool_or(paused_at IS NOT NULL), false) AS paused,
       extract(epoch FROM now())::float8 * 1000 AS "nowMs"
     FROM modu_tasks.room WHERE task = ANY($1) OR task = '${EVERYWHERE}'`,
    [tasks],
  );
  return rows[0] as Room;
}

/** Since when nothing begins, or `null`. */
export async function readPause(sql: Sql): Promise<Date | null> {
  const { rows } = await sql.query('SELECT paused_at FROM modu_tasks.room WHERE task = $1', [EVERYWHERE]);
  return (rows[0] as { paused_at: Date | null } | undefined)?.paused_at ?? null;
}

/** From now on nothing that stands in a line begins, or it may again. What runs goes on. */
export async function setPaused(sql: Sql, paused: boolean): Promise<void> {
  await sql.query(
    `INSERT INTO modu_tasks.room (task, paused_at) VALUES ($1, CASE WHEN $2 THEN now() END)
     ON CONFLICT (task) DO UPDATE SET paused_at = CASE WHEN $2 THEN coalesce(room.paused_at, now()) END`,
    [EVERYWHERE, paused],
  );
}

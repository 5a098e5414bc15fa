import type { Sql } from '../queue.ts';

/** Removes the shares of owners whose last turn is a day ago: by then nothing is left of what they used (`HALF_LIFE_MS`). */
export async function forgetIdle(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM modu_tasks.share WHERE greatest(used_at, turn_at) < now() - interval '1 day'`);
}

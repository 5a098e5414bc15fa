import type { Sql } from './queue.ts';

/** pg-boss counts each queue with every round of supervision, so that nobody has to go through all tasks. */
export async function readDead(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query('SELECT name, failed_count::int AS count FROM pgboss.queue');
  return new Map((rows as { name: string; count: number }[]).map(({ name, count }) => [name, count]));
}

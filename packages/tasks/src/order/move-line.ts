import type { Sql } from '../queue.ts';
import type { LinePlace } from './line-place.ts';

/** The place of a whole line; what each task of it costs stays. */
export type LineMove = Omit<LinePlace, 'costMs'>;

/**
 * Gives what a person has waiting for this task another tier and other slots. What runs stays where it is, and comes back to
 * its old place should its worker die. @returns how many tasks moved.
 */
export async function moveLine(sql: Sql, task: string, { ownerId, tier, slots }: LineMove): Promise<number> {
  const { rows } = await sql.query(
    `UPDATE pgboss.job_common SET priority = $3, group_tier = concat($4::text, substr(group_tier, strpos(group_tier, ':')))
     WHERE name = $1 AND group_id = $2 AND state < 'active'
       AND (priority, split_part(group_tier, ':', 1)) IS DISTINCT FROM ($3::int, $4::text)
     RETURNING id`,
    [task, ownerId, tier, String(slots)],
  );
  return rows.length;
}

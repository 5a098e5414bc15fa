import type { CalendarDays } from '@modu/subgraph';
import type { Pool } from 'pg';
import type { UsageDay, UsageSpan } from '../domain/usage.ts';

/** What a person's jobs that ended with a result in this span used, by day and kind, the earliest day first. */
export async function readUsageDays(
  pool: Pool,
  ownerId: string,
  { from, to, days, starts }: UsageSpan & CalendarDays,
): Promise<UsageDay[]> {
  const { rows } = await pool.query<UsageDay>(
    `SELECT ($4::text[])[width_bucket(finished_at, $5::timestamptz[])] AS day, kind, count(*)::int AS jobs,
       coalesce(sum(charged_credits), 0)::int AS credits,
       coalesce(sum(extract(epoch FROM finished_at - started_at)), 0)::float8 AS seconds
     FROM job WHERE owner_id = $1 AND status = 'COMPLETED' AND finished_at >= $2 AND finished_at < $3
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [ownerId, from, to, days, starts],
  );
  return rows;
}

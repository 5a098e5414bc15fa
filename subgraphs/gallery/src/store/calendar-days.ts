import type { DaySpan } from '@modu/subgraph';
import { Prisma } from './generated/client.ts';

const { sql } = Prisma;

/**
 * How many pictures are kept of each day of a span, as rows of `day` and `count`. The kept counts are of days of UTC: a day of
 * another calendar ends in the midst of one, of which the shorter part is counted in the pictures' index and the rest follows.
 */
export function calendarDays(ownerId: string, { days, starts, end, timeZone }: DaySpan): Prisma.Sql {
  if (timeZone === 'UTC') {
    return sql`SELECT to_char(day, 'YYYY-MM-DD') AS day, kept AS count FROM image_days
      WHERE owner_id = ${ownerId} AND kept > 0 AND day >= ${days[0]}::date AND day <= ${days.at(-1)}::date
      ORDER BY image_days.day`;
  }
  return sql`SELECT day, count FROM (
      SELECT (${days}::text[])[place] AS day, (lead(upto) OVER (ORDER BY place) - upto)::int AS count
      FROM (${countsUpTo(ownerId, [...starts, end])}) AS cuts) AS days
    WHERE count > 0 ORDER BY day`;
}

/** For each moment how many pictures there are from the midnight before the first of them up to it, as `place` and `upto`. */
function countsUpTo(ownerId: string, moments: readonly Date[]): Prisma.Sql {
  const utc = (moment: Prisma.Sql) => sql`(${moment} AT TIME ZONE 'UTC')::date`;
  const kept = sql`FROM image_days WHERE owner_id = ${ownerId} AND day`;
  return sql`SELECT place,
      (SELECT coalesce(sum(kept), 0) ${kept} >= ${utc(sql`${moments[0]}::timestamptz`)} AND day < ${utc(sql`moment`)})
      + CASE WHEN is_morning THEN part ELSE coalesce((SELECT kept ${kept} = ${utc(sql`moment`)}), 0) - part END AS upto
    FROM unnest(${moments}::timestamptz[]) WITH ORDINALITY AS cut (moment, place),
      LATERAL (SELECT date_trunc('day', moment, 'UTC') AS midnight) AS begun,
      LATERAL (SELECT moment < midnight + interval '12 hours' AS is_morning) AS half,
      LATERAL (SELECT count(*) AS part FROM images WHERE owner_id = ${ownerId} AND deleted_at IS NULL
        AND created_at >= CASE WHEN is_morning THEN midnight ELSE moment END
        AND created_at < CASE WHEN is_morning THEN moment ELSE midnight + interval '1 day' END) AS counted`;
}

import type { Cut } from '../domain/month-parts.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

const { sql } = Prisma;

interface Matching {
  readonly matches: Prisma.Sql;
  /** Matches lie in an index by their time: each part is read by itself. Otherwise they are found once and looked through. */
  readonly isIndexed: boolean;
}

/** How many matches each part of a day holds, in the order of the cuts. */
export async function countParts(
  cuts: readonly Cut[],
  { matches, isIndexed }: Matching,
  database: GalleryDatabase,
): Promise<number[]> {
  if (cuts.length === 0) return [];
  const starts = cuts.map(({ from }) => from);
  const ends = cuts.map(({ to }) => to);
  const parts = sql`unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) WITH ORDINALITY AS part (starts, ends, place)`;
  const within = sql`created_at >= part.starts AND created_at < part.ends`;
  const rows = await database.$queryRaw<{ place: bigint; count: bigint }[]>(
    isIndexed
      ? sql`SELECT place, (SELECT count(*) FROM images WHERE ${matches} AND ${within}) AS count FROM ${parts}`
      : sql`WITH found AS MATERIALIZED (SELECT created_at FROM images WHERE ${matches}
          AND created_at >= ${starts.at(0)} AND created_at < ${ends.at(-1)})
        SELECT place, count(*) AS count FROM ${parts} JOIN found ON ${within} GROUP BY place`,
  );
  const byPlace = new Map(rows.map(({ place, count }) => [Number(place), Number(count)]));
  return cuts.map((_, at) => byPlace.get(at + 1) ?? 0);
}

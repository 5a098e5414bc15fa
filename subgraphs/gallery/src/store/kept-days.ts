import { isPlain, isWhole, keptFacetOf, keptSizesOf } from '../domain/image-filter.ts';
import type { ImageFilter, PixelSpan } from '../domain/image-filter.ts';
import type { ImagePlace, ImageSort } from '../domain/image-order.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

const { sql } = Prisma;

interface Kept {
  readonly ownerId: string;
  readonly filter: ImageFilter;
}

/** Rows of `day` and `count` from the kept counts; `undefined` when only the pictures themselves can tell. */
export function keptDays({ ownerId, filter }: Kept): Prisma.Sql | undefined {
  if (isPlain(filter)) {
    const count = countOf(filter);
    return sql`SELECT day, ${count} AS count FROM image_days WHERE owner_id = ${ownerId} AND ${count} > 0`;
  }
  const sizes = keptSizesOf(filter);
  if (sizes) return daysOfSizes(ownerId, sizes);
  const facet = keptFacetOf(filter);
  return (
    facet &&
    sql`SELECT day, images AS count FROM image_facet_days
      WHERE owner_id = ${ownerId} AND kind = ${facet.kind} AND value = ${facet.value} AND images > 0`
  );
}

/** What `image_facet_days` holds of a size is text, as of models and tags: it is read as a number where it is one. */
export const PIXELS = sql`CASE WHEN kind = 'pixels' THEN value::int END`;

/** Can be narrowed by more conditions behind it, as the other rows can. */
function daysOfSizes(ownerId: string, { pixelsMin = 1, pixelsMax = PIXELS_MAX }: PixelSpan): Prisma.Sql {
  return sql`SELECT day, count FROM (SELECT day, sum(images)::int AS count FROM image_facet_days
      WHERE owner_id = ${ownerId} AND kind = 'pixels' AND images > 0
        AND ${PIXELS} BETWEEN ${pixelsMin}::int AND ${pixelsMax}::int GROUP BY day) AS sized WHERE count > 0`;
}

/** More than any picture has: what the column can hold. */
const PIXELS_MAX = 2_147_483_647;

function countOf({ trashed, starred }: ImageFilter): Prisma.Sql {
  if (trashed) return sql`trashed`;
  if (starred === undefined) return sql`kept`;
  return starred ? sql`starred` : sql`(kept - starred)`;
}

/** How many pictures the kept counts tell; `undefined` when they can't. */
export async function keptTotal(kept: Kept, database: GalleryDatabase): Promise<number | undefined> {
  const days = keptDays(kept);
  return days && sumOf(days, database);
}

async function sumOf(days: Prisma.Sql, database: GalleryDatabase): Promise<number> {
  const [row] = await database.$queryRaw<{ count: bigint }[]>(
    sql`SELECT coalesce(sum(count), 0) AS count FROM (${days}) AS days`,
  );
  return Number(row?.count ?? 0);
}

/** A place of a list, as near as the kept counts know it. */
export interface NearPlace {
  /** The day that holds it. */
  readonly dayStart?: Date;
  /** Of the largest: the size that holds it, on that day. */
  readonly pixels?: number;
  /** Pictures to pass over from there. */
  readonly skip: number;
  /** How many there are to pass over at most: of the day, or of the list. */
  readonly count: number;
  /** What is passed over is all of `dayStart`; of the largest up to a day it is of any day. */
  readonly isWithinDay: boolean;
}

type Placed = Kept & { readonly sort: ImageSort; readonly beginAt: ImagePlace };

/**
 * Finds the day that holds a place, so that pictures are passed over within a day only; the largest are not in the order of
 * days, of them the number of all is told, or of all up to the day. `undefined` when the kept counts can't tell, `null` when the place is behind the end.
 */
export async function findNearPlace(
  { sort, beginAt, ...kept }: Placed,
  database: GalleryDatabase,
): Promise<NearPlace | null | undefined> {
  const days = keptDays(kept);
  if (!days) return undefined;
  const { dayStart, skip } = beginAt;
  const counted = dayStart
    ? sql`${days} AND day ${sort === 'OLDEST' ? sql`>=` : sql`<=`} ${dayOf(dayStart)}::date`
    : days;
  // Sizes are counted for pictures on the wall alone, whatever else they are.
  if (sort === 'LARGEST' && !dayStart && isWhole(kept.filter)) return findAmongSizes(kept.ownerId, skip, database);
  if (sort === 'LARGEST') {
    const count = await sumOf(counted, database);
    return skip < count ? { ...beginAt, count, isWithinDay: false } : null;
  }
  const order = sort === 'OLDEST' ? sql`ASC` : sql`DESC`;
  const [row] = await database.$queryRaw<PlaceRow[]>(sql`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, ${skip} - (upto - count) AS skip, count
    FROM (SELECT day, count, sum(count) OVER (ORDER BY day ${order}) AS upto FROM (${counted}) AS days) AS run
    WHERE upto > ${skip} ORDER BY run.day ${order} LIMIT 1`);
  return row ? withinDay(row) : null;
}

async function findAmongSizes(ownerId: string, skip: number, database: GalleryDatabase): Promise<NearPlace | null> {
  const [row] = await database.$queryRaw<(PlaceRow & { pixels: number })[]>(sql`
    SELECT value::int AS pixels, to_char(day, 'YYYY-MM-DD') AS day, ${skip} - (upto - images) AS skip, images AS count
    FROM (SELECT value, day, images, sum(images) OVER (ORDER BY value::int DESC, day DESC) AS upto FROM image_facet_days
      WHERE owner_id = ${ownerId} AND kind = 'pixels' AND images > 0) AS run
    WHERE upto > ${skip} ORDER BY upto LIMIT 1`);
  return row ? { pixels: row.pixels, ...withinDay(row) } : null;
}

interface PlaceRow {
  readonly day: string;
  readonly skip: bigint;
  readonly count: number;
}

function withinDay({ day, skip, count }: PlaceRow): NearPlace {
  return { dayStart: new Date(`${day}T00:00:00Z`), skip: Number(skip), count, isWithinDay: true };
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

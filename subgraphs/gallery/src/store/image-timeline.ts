import type { ImageFilter } from '../domain/image-filter.ts';
import type { DayCount } from '../domain/month-parts.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import { expectedMatches } from './image-where.ts';
import { findNearPlace, keptWithin } from './kept-days.ts';

const { sql } = Prisma;

/** How pictures spread over days, newest day first; days without one are left out. */
export interface Timeline {
  readonly days: readonly DayCount[];
  /** Where counting stopped: matches before this moment are left, or from it on where the oldest are counted first. Null: none. */
  readonly endsAt: Date | null;
}

/** Reads rows of `day` and `count`. */
export async function readDays(days: Prisma.Sql, database: GalleryDatabase): Promise<DayCount[]> {
  const rows = await database.$queryRaw<{ day: string; count: bigint | number }[]>(
    sql`SELECT to_char(day, 'YYYY-MM-DD') AS day, count FROM (${days}) AS days ORDER BY days.day DESC`,
  );
  return rows.map(({ day, count }) => ({ day, count: Number(count) }));
}

const DAY = sql`(created_at AT TIME ZONE 'UTC')::date AS day`;
const total = (days: readonly DayCount[]) => days.reduce((sum, { count }) => sum + count, 0);

interface Bounded {
  readonly database: GalleryDatabase;
  readonly max: number;
}

/** The days of all matches, or `undefined` when there are more than `max`; no more are read. */
export async function timelineOfAll(matches: Prisma.Sql, { database, max }: Bounded): Promise<Timeline | undefined> {
  if ((await expectedMatches(matches, database)) > max) return undefined;
  const days = await readDays(
    sql`SELECT day, count(*) AS count
      FROM (SELECT ${DAY} FROM images WHERE ${matches} LIMIT ${max + 1}) AS matches GROUP BY 1`,
    database,
  );
  return total(days) > max ? undefined : { days, endsAt: null };
}

/** Half of what may be read is aimed at, for matches don't spread evenly. */
const AIM = 2;
const STEP = 4;
const LOOKS_MAX = 4;

interface Stretch {
  readonly ownerId: string;
  readonly filter: ImageFilter;
  /** Counted from the oldest on, for walls that begin with them. */
  readonly oldestFirst?: boolean;
}

/**
 * The days of the first matches, and where they end; what follows is counted from there on. How far to look follows from how
 * many pictures the days hold and how many of them are expected to match; where too few do, farther, where far too many, less.
 */
export async function timelineOfFirst(
  stretch: Stretch,
  { matches, database, max }: Bounded & { readonly matches: Prisma.Sql },
): Promise<Timeline> {
  const expected = Math.max(max + 1, await expectedMatches(matches, database));
  let width = Math.ceil(((await keptWithin(stretch, database)) * max) / (expected * AIM));
  let wasTooFar = false;
  for (let look = 1; ; look++) {
    const isLast = look === LOOKS_MAX || width === 1;
    const endsAt = await findEnd(stretch, { width, database });
    const upTo = endsAt && (stretch.oldestFirst ? sql`AND created_at < ${endsAt}` : sql`AND created_at >= ${endsAt}`);
    const bound = isLast ? Prisma.empty : sql`LIMIT ${max * STEP + 1}`;
    const days = await readDays(
      sql`SELECT day, count(*) AS count
        FROM (SELECT ${DAY} FROM images WHERE ${matches} ${upTo ?? Prisma.empty} ${bound}) AS matches GROUP BY 1`,
      database,
    );
    const found = total(days);
    if (!isLast && found > max * STEP) {
      wasTooFar = true;
      width = Math.ceil(width / STEP);
    } else if (isLast || wasTooFar || !endsAt || found >= max / (AIM * STEP)) {
      return { days, endsAt };
    } else {
      width *= STEP;
    }
  }
}

const DAY_MS = 86_400_000;

/** The end of the day that the picture at a place of the stretch is of; null when the stretch has no more than `width`. */
async function findEnd(
  { ownerId, filter: { trashed, createdFrom, createdTo }, oldestFirst = false }: Stretch,
  { width, database }: { readonly width: number; readonly database: GalleryDatabase },
): Promise<Date | null> {
  const first = oldestFirst ? createdFrom : createdTo && new Date(createdTo.getTime() - 1);
  const beginAt = { skip: width, ...(first ? { dayStart: first } : {}) };
  const sort = oldestFirst ? 'OLDEST' : 'NEWEST';
  const dayStart = (await findNearPlace({ ownerId, filter: { trashed }, sort, beginAt }, database))?.dayStart;
  if (!dayStart) return null;
  const end = oldestFirst ? new Date(dayStart.getTime() + DAY_MS) : dayStart;
  const isBehindAll = oldestFirst ? createdTo && end >= createdTo : createdFrom && end <= createdFrom;
  return isBehindAll ? null : end;
}

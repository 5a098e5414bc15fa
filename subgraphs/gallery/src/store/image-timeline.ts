import { startOf } from '../domain/month-parts.ts';
import type { DayCount } from '../domain/month-parts.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import { ORDER } from './image-seek.ts';
import { expectedMatches } from './image-where.ts';

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

/** What a timeline counts, by how it is found. */
export interface Counting {
  /** The list that an index holds in the order of time. */
  readonly list: Prisma.Sql;
  /** What an index finds besides: words, tags, sizes. */
  readonly found: Prisma.Sql;
  /** What no index tells: it has to be looked at in each. */
  readonly looked: Prisma.Sql;
  /** From the oldest on, for walls that begin with them. */
  readonly oldestFirst: boolean;
}

interface Bounded {
  readonly database: GalleryDatabase;
  readonly max: number;
}

/** The days of all matches, or `undefined` when indexes find more than `max`; no more are read. */
export async function timelineOfAll(
  { list, found, looked }: Counting,
  { database, max }: Bounded,
): Promise<Timeline | undefined> {
  const indexed = sql`${list} AND ${found}`;
  if ((await expectedMatches(indexed, database)) > max) return undefined;
  const days = await lookThrough(sql`SELECT * FROM images WHERE ${indexed} LIMIT ${max + 1}`, { looked, database });
  return rowsOf(days) > max ? undefined : { days: matched(days), endsAt: null };
}

/** An answer looks through so many rows for each match that it may count, and reads on until it has its share of them. */
const ROWS_A_MATCH = 3;
const ENOUGH_SHARE = 8;
const STEP = 2;

/**
 * The days of the first matches, and where they end; what follows is counted from there on. Rows are looked through in the order
 * of time, so that they lie beside each other on the disk, and never more than the bound (but a single day is told whole): where
 * few of them match, or none, the answer is of few, or none, and says where to go on.
 */
export async function timelineOfFirst(counting: Counting, { database, max }: Bounded): Promise<Timeline> {
  const days: DayCount[] = [];
  let endsAt: Date | null = null;
  let left = max * ROWS_A_MATCH;
  for (let width = max; ; width *= STEP) {
    const stretch = await lookAlong(counting, { from: endsAt, width: Math.min(width, left), database });
    days.push(...matched(stretch.days));
    endsAt = stretch.endsAt;
    left -= width;
    if (endsAt === null || left <= 0 || total(days) >= max / ENOUGH_SHARE) break;
  }
  return { days: days.sort((one, other) => (one.day < other.day ? 1 : -1)), endsAt };
}

interface LookedDay extends DayCount {
  /** Matches and others. */
  readonly rows: number;
}

interface Stretch {
  readonly from: Date | null;
  readonly width: number;
  readonly database: GalleryDatabase;
}

/** The days of the next `width` rows, without the last of them, which may go on behind it; it is told where it is the only one. */
async function lookAlong({ list, found, looked, oldestFirst }: Counting, { from, width, database }: Stretch) {
  const matches = { looked: sql`${found} AND ${looked}`, database };
  const behind = from && (oldestFirst ? sql`AND created_at >= ${from}` : sql`AND created_at < ${from}`);
  const order = ORDER[oldestFirst ? 'OLDEST' : 'NEWEST'];
  const rows = sql`SELECT * FROM images WHERE ${list} ${behind ?? Prisma.empty}`;
  const days = await lookThrough(sql`${rows} ORDER BY ${order} LIMIT ${width}`, matches);
  const last = oldestFirst ? days[0] : days.at(-1);
  if (last === undefined || rowsOf(days) < width) return { days, endsAt: null };
  const [start, next] = [startOf(last.day), dayAfter(last.day)];
  if (days.length > 1) return { days: days.filter((day) => day !== last), endsAt: oldestFirst ? start : next };
  const whole = sql`${rows} AND created_at >= ${start} AND created_at < ${next}`;
  return { days: await lookThrough(whole, matches), endsAt: oldestFirst ? next : start };
}

/** Newest day first. */
async function lookThrough(
  rows: Prisma.Sql,
  { looked, database }: { readonly looked: Prisma.Sql; readonly database: GalleryDatabase },
): Promise<LookedDay[]> {
  const days = await database.$queryRaw<{ day: string; count: bigint; rows: bigint }[]>(
    sql`SELECT to_char(day, 'YYYY-MM-DD') AS day, count(*) FILTER (WHERE is_match) AS count, count(*) AS rows
      FROM (SELECT ${DAY}, (${looked}) AS is_match FROM (${rows}) AS images) AS matches GROUP BY matches.day ORDER BY matches.day DESC`,
  );
  return days.map(({ day, count, rows: all }) => ({ day, count: Number(count), rows: Number(all) }));
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string) => new Date(startOf(day).getTime() + DAY_MS);
const matched = (days: readonly LookedDay[]): DayCount[] =>
  days.flatMap(({ day, count }) => (count > 0 ? [{ day, count }] : []));
const total = (days: readonly DayCount[]) => days.reduce((sum, { count }) => sum + count, 0);
const rowsOf = (days: readonly LookedDay[]) => days.reduce((sum, { rows }) => sum + rows, 0);

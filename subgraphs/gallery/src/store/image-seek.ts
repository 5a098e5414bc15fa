import type { ImagePosition, ImageSort } from '../domain/image-order.ts';
import { Prisma } from './generated/client.ts';
import { IMAGE_COLUMNS } from './image-columns.ts';

const { sql } = Prisma;

export const ORDER: Readonly<Record<ImageSort, Prisma.Sql>> = {
  NEWEST: sql`created_at DESC, id DESC`,
  OLDEST: sql`created_at, id`,
  LARGEST: sql`width * height DESC, created_at DESC, id DESC`,
};

/** The same of rows that were read in this order, so that they are not sorted once more: they have their size with them. */
export const WALKED_ORDER: Readonly<Record<ImageSort, Prisma.Sql>> = {
  NEWEST: ORDER.NEWEST,
  OLDEST: ORDER.OLDEST,
  LARGEST: sql`pixels DESC, created_at DESC, id DESC`,
};

const BACKWARDS: Readonly<Record<ImageSort, Prisma.Sql>> = {
  NEWEST: ORDER.OLDEST,
  OLDEST: ORDER.NEWEST,
  LARGEST: sql`width * height, created_at, id`,
};

/** What a list is ordered by, and how a picture compares that stands at a place or behind it. */
const KEY: Readonly<Record<ImageSort, Prisma.Sql>> = {
  NEWEST: sql`created_at, id`,
  OLDEST: sql`created_at, id`,
  LARGEST: sql`width * height, created_at, id`,
};
const FROM_HERE: Readonly<Record<ImageSort, Prisma.Sql>> = { NEWEST: sql`<=`, OLDEST: sql`>=`, LARGEST: sql`<=` };

/** Where a list is taken to begin, and how many pictures to pass over from there. */
export interface Beginning {
  readonly dayStart?: Date;
  /** Of the largest: the size that holds the place, on that day. */
  readonly pixels?: number;
  readonly skip: number;
  /** How many there are to pass over at most, where that is known: of the day, or of the list. */
  readonly count?: number;
  readonly isWithinDay?: boolean;
}

/** Where the list begins is a condition, not a number of rows to pass over: the last page costs what the first one does. */
export function beginningOf(sort: ImageSort, { dayStart, pixels }: Beginning): Prisma.Sql {
  if (!dayStart || pixels !== undefined) return sql`true`;
  return sort === 'OLDEST'
    ? sql`created_at >= ${dayStart}`
    : sql`created_at < ${dayStart}::timestamptz + interval '1 day'`;
}

const BEHIND: Readonly<Record<ImageSort, Prisma.Sql>> = { NEWEST: sql`<`, OLDEST: sql`>`, LARGEST: sql`<` };
const UP_TO: Readonly<Record<ImageSort, Prisma.Sql>> = { NEWEST: sql`>=`, OLDEST: sql`<=`, LARGEST: sql`>=` };

/** Behind a picture. */
export const following = (place: ImagePosition, sort: ImageSort): Prisma.Sql =>
  sql`(${KEY[sort]}) ${BEHIND[sort]} ${keyOf(place, sort)}`;

/** A picture and all before it. */
export const upTo = (place: ImagePosition, sort: ImageSort): Prisma.Sql =>
  sql`(${KEY[sort]}) ${UP_TO[sort]} ${keyOf(place, sort)}`;

const keyOf = ({ createdAt, id, pixels = 0 }: ImagePosition, sort: ImageSort): Prisma.Sql =>
  sort === 'LARGEST' ? sql`(${pixels}::int, ${createdAt}, ${id}::uuid)` : sql`(${createdAt}, ${id}::uuid)`;

export interface Seek {
  readonly base: Prisma.Sql;
  readonly sort: ImageSort;
  readonly limit: number;
  readonly beginning: Beginning;
}

/**
 * A page of a list. The picture at its place is found in the index alone, from the nearer end where both are known; only the
 * rows of the page are read.
 */
export function bySeeking({ base, sort, limit, beginning }: Seek): Prisma.Sql {
  const { pixels, skip, count } = beginning;
  const from = sql`${base} AND ${beginningOf(sort, beginning)}`;
  const page = (where: Prisma.Sql) =>
    sql`SELECT ${IMAGE_COLUMNS} FROM images WHERE ${where} ORDER BY ${ORDER[sort]} LIMIT ${limit}`;
  if (skip === 0 && pixels === undefined) return page(from);
  const isNearer = count === undefined || skip <= count / 2;
  const [order, passed] = isNearer ? [ORDER[sort], skip] : [BACKWARDS[sort], count - 1 - skip];
  const first = sql`SELECT ${KEY[sort]} FROM images WHERE ${from} AND ${nearby(beginning)} ORDER BY ${order} LIMIT 1 OFFSET ${passed}`;
  return page(sql`${base} AND (${KEY[sort]}) ${FROM_HERE[sort]} (${first})`);
}

/** The pictures that are passed over, and the one at the place, where it is known which they are. */
function nearby({ dayStart, pixels, isWithinDay = false }: Beginning): Prisma.Sql {
  if (!dayStart || !isWithinDay) return sql`true`;
  const size = pixels === undefined ? sql`true` : sql`width * height = ${pixels}`;
  return sql`${size} AND created_at >= ${dayStart} AND created_at < ${dayStart}::timestamptz + interval '1 day'`;
}

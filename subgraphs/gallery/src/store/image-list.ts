import { z } from 'zod';
import type { Image } from '../domain/image.ts';
import type { ImageFilter } from '../domain/image-filter.ts';
import type { ImagePlace, ImagePosition, ImageSort } from '../domain/image-order.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { IMAGE_COLUMNS, toImage } from './image-columns.ts';
import { whereOf, wordsOf } from './image-where.ts';

export interface ImagePageQuery {
  readonly ownerId: string;
  readonly filter: ImageFilter;
  readonly sort: ImageSort;
  readonly limit: number;
  readonly after?: ImagePosition;
  readonly beginAt?: ImagePlace;
  /** By likeness instead of by word. */
  readonly near?: boolean;
}

export interface ImageList {
  page(query: ImagePageQuery): Promise<Image[]>;
  /** Counts up to `max`. */
  count(query: Pick<ImagePageQuery, 'ownerId' | 'filter' | 'near'>, max: number): Promise<number>;
}

/**
 * Words that many pictures have are found by looking through the first rows of the list; the index of words is asked for the
 * others, and has few rows to sort. Which of both it is, the planner's estimate says: it knows how common words are, but not
 * which of them go together ("oil painting"), so the index is left again where it finds more than was expected. So neither
 * way reads much, however many pictures there are.
 */
const COMMON_WORDS: CommonWords = { matchesMin: 5_000, rowsMax: 10_000 };

interface CommonWords {
  /** From so many pictures on, words are common. */
  readonly matchesMin: number;
  /** So many of the first rows are looked through for them. */
  readonly rowsMax: number;
}

/** Signs are in no index: they are looked for among so many rows. */
const SIGNS_ROWS_MAX = 20_000;

const ORDER: Readonly<Record<ImageSort, Prisma.Sql>> = {
  NEWEST: Prisma.sql`created_at DESC, id DESC`,
  OLDEST: Prisma.sql`created_at, id`,
  LARGEST: Prisma.sql`width * height DESC, created_at DESC, id DESC`,
};

/** @param common - when words are taken to be common: for tests; it changes what is read, never what is found. */
export function createImageList(database: GalleryDatabase, common = COMMON_WORDS): ImageList {
  const run = async (statement: Prisma.Sql) => (await database.$queryRaw<ImageRow[]>(statement)).map(toImage);
  return {
    page: async (query) => {
      const { filter, near = false, limit, sort, beginAt } = query;
      const seek = { base: baseOf(query), order: ORDER[sort], limit, skip: beginAt?.skip ?? 0 };
      if (!filter.search) return run(bySeeking(seek));
      const search = { ...seek, words: await wordsOf(filter.search, { database, near }) };
      if (filter.search.terms.length === 0) return run(byWalking(search, SIGNS_ROWS_MAX));
      if (search.skip > 0) return run(byIndex(search));
      const isCommon = (await estimate(search, database)) >= common.matchesMin;
      const few = isCommon ? undefined : await fewMatches(search, { database, max: common.matchesMin });
      if (few) return few;
      const walked = await run(byWalking(search, common.rowsMax));
      return walked.length === limit ? walked : run(byIndex(search));
    },
    count: async ({ ownerId, filter, near = false }, max) => {
      const base = whereOf(ownerId, filter);
      const words = filter.search ? await wordsOf(filter.search, { database, near }) : Prisma.sql`true`;
      const [row] = await database.$queryRaw<{ count: bigint }[]>(
        Prisma.sql`SELECT count(*) AS count FROM (SELECT 1 FROM images WHERE ${base} AND ${words} LIMIT ${max}) AS found`,
      );
      return Number(row?.count ?? 0);
    },
  };
}

/** Where the list begins is a condition, not a number of rows to pass over: the last page costs what the first one does. */
function baseOf({ ownerId, filter, sort, after, beginAt }: ImagePageQuery): Prisma.Sql {
  const where = whereOf(ownerId, filter);
  if (after) return Prisma.sql`${where} AND ${following(after, sort)}`;
  if (!beginAt?.dayStart) return where;
  const { dayStart } = beginAt;
  return sort === 'OLDEST'
    ? Prisma.sql`${where} AND created_at >= ${dayStart}`
    : Prisma.sql`${where} AND created_at < ${dayStart}::timestamptz + interval '1 day'`;
}

function following({ createdAt, id, pixels = 0 }: ImagePosition, sort: ImageSort): Prisma.Sql {
  switch (sort) {
    case 'NEWEST':
      return Prisma.sql`(created_at, id) < (${createdAt}, ${id}::uuid)`;
    case 'OLDEST':
      return Prisma.sql`(created_at, id) > (${createdAt}, ${id}::uuid)`;
    case 'LARGEST':
      return Prisma.sql`(width * height, created_at, id) < (${pixels}::int, ${createdAt}, ${id}::uuid)`;
  }
}

interface Seek {
  readonly base: Prisma.Sql;
  readonly order: Prisma.Sql;
  readonly limit: number;
  readonly skip: number;
}

/** How many pictures the planner expects to match: from what it knows of how common words are, without reading a row. */
async function estimate({ base, words }: Search, database: GalleryDatabase): Promise<number> {
  const rows = await database.$queryRaw<{ 'QUERY PLAN': unknown }[]>(
    Prisma.sql`EXPLAIN (FORMAT JSON) SELECT 1 FROM images WHERE ${base} AND ${words}`,
  );
  return plans.parse(rows[0]?.['QUERY PLAN'])[0].Plan['Plan Rows'];
}

const plans = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]);

/** Places are passed over in the index alone; only the rows of the page are read. */
function bySeeking({ base, order, limit, skip }: Seek): Prisma.Sql {
  if (skip === 0) return Prisma.sql`SELECT ${IMAGE_COLUMNS} FROM images WHERE ${base} ORDER BY ${order} LIMIT ${limit}`;
  return Prisma.sql`SELECT ${IMAGE_COLUMNS} FROM images WHERE id IN (
      SELECT id FROM images WHERE ${base} ORDER BY ${order} LIMIT ${limit} OFFSET ${skip})
    ORDER BY ${order}`;
}

type Search = Seek & { readonly words: Prisma.Sql };

/** Looks through the first rows of the list in its order. Quick for words that many pictures have. */
function byWalking({ base, words, order, limit }: Search, rowsMax: number): Prisma.Sql {
  return Prisma.sql`SELECT ${IMAGE_COLUMNS} FROM
      (SELECT * FROM images WHERE ${base} ORDER BY ${order} LIMIT ${rowsMax}) AS images
    WHERE ${words} ORDER BY ${order} LIMIT ${limit}`;
}

interface FewMatches {
  readonly database: GalleryDatabase;
  readonly max: number;
}

/** The page by the index of words, or `undefined` when more than `max` pictures have them. */
async function fewMatches(search: Search, { database, max }: FewMatches): Promise<Image[] | undefined> {
  const rows = await database.$queryRaw<(ImageRow & { hits?: bigint })[]>(byIndex(search, max + 1));
  if (Number(rows[0]?.hits ?? 0) > max) return undefined;
  for (const row of rows) delete row.hits;
  return rows.map(toImage);
}

/**
 * Asks the index of words, then sorts what it found, for words that few pictures have. With `hitsMax` it reads no more than
 * that and says how many it read.
 */
function byIndex({ base, words, order, limit, skip }: Search, hitsMax?: number): Prisma.Sql {
  const isBound = hitsMax !== undefined;
  const bound = isBound ? Prisma.sql`LIMIT ${hitsMax}` : Prisma.empty;
  const hits = isBound ? Prisma.sql`, (SELECT count(*) FROM hits) AS hits` : Prisma.empty;
  return Prisma.sql`WITH hits AS MATERIALIZED (
        SELECT id, created_at, width, height FROM images WHERE ${base} AND ${words} ${bound}),
      found AS (SELECT id FROM hits ORDER BY ${order} LIMIT ${limit} OFFSET ${skip})
    SELECT ${IMAGE_COLUMNS} ${hits} FROM found JOIN images USING (id) ORDER BY ${order}`;
}

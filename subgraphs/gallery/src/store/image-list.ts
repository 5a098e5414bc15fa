import type { Image } from '../domain/image.ts';
import type { ImageFilter } from '../domain/image-filter.ts';
import type { ImagePlace, ImagePosition, ImageSort } from '../domain/image-order.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { IMAGE_COLUMNS, toImage } from './image-columns.ts';
import { beginningOf, bySeeking, following, ORDER } from './image-seek.ts';
import type { Beginning, Seek } from './image-seek.ts';
import { expectedMatches, whereOf, wordsOf } from './image-where.ts';
import { findNearPlace } from './kept-days.ts';

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

/** @param common - when words are taken to be common: for tests; it changes what is read, never what is found. */
export function createImageList(database: GalleryDatabase, common = COMMON_WORDS): ImageList {
  const run = async (statement: Prisma.Sql) => (await database.$queryRaw<ImageRow[]>(statement)).map(toImage);
  return {
    page: async (query) => {
      const { filter, near = false, limit, sort } = query;
      const beginning = await findBeginning(query, database);
      if (!beginning) return [];
      const seek = { base: baseOf(query), sort, limit, beginning };
      if (!filter.search) return run(bySeeking(seek));
      const search = { ...seek, words: await wordsOf(filter.search, { database, near }) };
      if (filter.search.terms.length === 0) return run(byWalking(search, SIGNS_ROWS_MAX));
      const isCommon =
        (await expectedMatches(Prisma.sql`${fromOf(search)} AND ${search.words}`, database)) >= common.matchesMin;
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

function baseOf({ ownerId, filter, sort, after }: ImagePageQuery): Prisma.Sql {
  const where = whereOf(ownerId, filter);
  return after ? Prisma.sql`${where} AND ${following(after, sort)}` : where;
}

/** Where the page begins; `undefined` when that is behind the end of the list. */
async function findBeginning(query: ImagePageQuery, database: GalleryDatabase): Promise<Beginning | undefined> {
  const { beginAt } = query;
  if (!beginAt || beginAt.skip === 0) return { skip: 0, ...beginAt };
  const near = await findNearPlace({ ...query, beginAt }, database);
  return near === null ? undefined : (near ?? beginAt);
}

type Search = Seek & { readonly words: Prisma.Sql };

const fromOf = ({ base, sort, beginning }: Seek) => Prisma.sql`${base} AND ${beginningOf(sort, beginning)}`;

/** Looks through the first rows of the list in its order. Quick for words that many pictures have. */
function byWalking({ words, ...seek }: Search, rowsMax: number): Prisma.Sql {
  const order = ORDER[seek.sort];
  return Prisma.sql`SELECT ${IMAGE_COLUMNS} FROM
      (SELECT * FROM images WHERE ${fromOf(seek)} ORDER BY ${order} LIMIT ${rowsMax}) AS images
    WHERE ${words} ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip}`;
}

interface FewMatches {
  readonly database: GalleryDatabase;
  readonly max: number;
}

/** The page by the index of words, or `undefined` when more than `max` pictures have them. */
async function fewMatches(search: Search, { database, max }: FewMatches): Promise<Image[] | undefined> {
  const rows = await database.$queryRaw<(ImageRow & { hits?: bigint })[]>(byIndex(search, max + 1));
  const isBehindAll = rows.length === 0 && search.beginning.skip >= max;
  if (isBehindAll || Number(rows[0]?.hits ?? 0) > max) return undefined;
  for (const row of rows) delete row.hits;
  return rows.map(toImage);
}

/**
 * Asks the index of words, then sorts what it found, for words that few pictures have. With `hitsMax` it reads no more than
 * that and says how many it read.
 */
function byIndex({ words, ...seek }: Search, hitsMax?: number): Prisma.Sql {
  const order = ORDER[seek.sort];
  const isBound = hitsMax !== undefined;
  const bound = isBound ? Prisma.sql`LIMIT ${hitsMax}` : Prisma.empty;
  const hits = isBound ? Prisma.sql`, (SELECT count(*) FROM hits) AS hits` : Prisma.empty;
  return Prisma.sql`WITH hits AS MATERIALIZED (
        SELECT id, created_at, width, height FROM images WHERE ${fromOf(seek)} AND ${words} ${bound}),
      found AS (SELECT id FROM hits ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip})
    SELECT ${IMAGE_COLUMNS} ${hits} FROM found JOIN images USING (id) ORDER BY ${order}`;
}

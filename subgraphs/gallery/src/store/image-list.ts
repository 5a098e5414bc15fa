import type { ImageFilter } from '../domain/image-filter.ts';
import type { ImagePlace, ImagePosition, ImageSort } from '../domain/image-order.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { toImage } from './image-columns.ts';
import { COMMON, findPage, walk } from './image-find.ts';
import type { FoundPage, Search } from './image-find.ts';
import { splitFilter } from './image-path.ts';
import { beginningOf, bySeeking, following } from './image-seek.ts';
import type { Beginning } from './image-seek.ts';
import { allOf, conditionsOf, whereOf, wordsOf } from './image-where.ts';
import { findNearPlace } from './kept-days.ts';

const { sql } = Prisma;

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
  /** A page may be short of its limit, or empty, before the end of the list; then it says where to go on. */
  page(query: ImagePageQuery): Promise<FoundPage>;
  /** Counts up to `max`. */
  count(query: Pick<ImagePageQuery, 'ownerId' | 'filter' | 'near'>, max: number): Promise<number>;
}

/** Signs are in no index: they are looked for among so many rows. */
const SIGNS_ROWS_MAX = 20_000;
const isOfSigns = ({ search }: ImageFilter) => search?.terms.length === 0;

/** @param common - when matches are taken to be common: for tests; it changes what is read, never what is found. */
export function createImageList(database: GalleryDatabase, common = COMMON): ImageList {
  return {
    page: async (query) => {
      const beginning = await findBeginning(query, database);
      if (!beginning) return { images: [] };
      const search = await searchOf({ ...query, beginning }, database);
      if (search.looked === undefined) {
        return { images: (await database.$queryRaw<ImageRow[]>(bySeeking(search))).map(toImage) };
      }
      const { looked } = search;
      if (isOfSigns(query.filter)) {
        return { images: await walk({ ...search, looked }, { database, rowsMax: SIGNS_ROWS_MAX }) };
      }
      return findPage({ ...search, looked }, { database, common });
    },
    count: async ({ ownerId, filter, near = false }, max) => {
      const base = whereOf(ownerId, filter);
      const words = allOf(filter.search ? await wordConditions(filter.search, { ownerId, database, near }) : []);
      const [row] = await database.$queryRaw<{ count: bigint }[]>(
        sql`SELECT count(*) AS count FROM (SELECT 1 FROM images WHERE ${base} AND ${words} LIMIT ${max}) AS found`,
      );
      return Number(row?.count ?? 0);
    },
  };
}

/** Where the page begins; `undefined` when that is behind the end of the list. */
async function findBeginning(query: ImagePageQuery, database: GalleryDatabase): Promise<Beginning | undefined> {
  const { beginAt } = query;
  if (!beginAt || beginAt.skip === 0) return { skip: 0, ...beginAt };
  const near = await findNearPlace({ ...query, beginAt }, database);
  return near === null ? undefined : (near ?? beginAt);
}

/** What is read for a page; nothing is `looked` at where an index holds the very list. */
async function searchOf(
  query: ImagePageQuery & { readonly beginning: Beginning },
  database: GalleryDatabase,
): Promise<Omit<Search, 'looked'> & { readonly looked: Prisma.Sql | undefined }> {
  const { ownerId, filter, sort, limit, after, near = false, beginning } = query;
  // Signs are looked for among rows that match all else.
  const { indexed, looked } = isOfSigns(filter) ? { indexed: filter, looked: {} } : splitFilter(filter, sort);
  const list = whereOf(ownerId, indexed);
  const behind = after ? following(after, sort) : sql`true`;
  const words = filter.search ? await wordsOf(filter.search, { ownerId, database, near }) : { found: [], looked: [] };
  const counted = [...conditionsOf(looked), ...words.found];
  const conditions = [...counted, ...words.looked];
  return {
    ...{ list, sort, limit, beginning, base: sql`${list} AND ${behind}` },
    place: sql`${behind} AND ${beginningOf(sort, beginning)}`,
    ...{ counted: allOf(counted), looked: conditions.length === 0 ? undefined : allOf(conditions) },
  };
}

async function wordConditions(...asked: Parameters<typeof wordsOf>): Promise<readonly Prisma.Sql[]> {
  const { found, looked } = await wordsOf(...asked);
  return [...found, ...looked];
}

import type { Image } from '../domain/image.ts';
import type { ImagePosition } from '../domain/image-order.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { IMAGE_COLUMNS, toImage } from './image-columns.ts';
import { beginningOf, ORDER, upTo, WALKED_ORDER } from './image-seek.ts';
import type { Seek } from './image-seek.ts';
import { expectedMatches } from './image-where.ts';

const { sql } = Prisma;

/**
 * What many pictures match is found by looking through the first rows of the list; indexes are asked for the rest, and have few
 * rows to sort. Which of both it is, the planner's estimate says: it knows how common a word or a tag is, but not which of them
 * go together ("oil painting"), so the indexes are left again where they find more than was expected. So neither way reads
 * much, however many pictures there are.
 */
export const COMMON: Common = { fewMin: 2_000, matchesMin: 5_000, rowsMax: 10_000, sortedMax: 20_000 };

export interface Common {
  /** So many pictures are few, whatever was expected. */
  readonly fewMin: number;
  /** From so many pictures on, matches are common. */
  readonly matchesMin: number;
  /** So many rows from the place on are looked through for them. */
  readonly rowsMax: number;
  /** So many matches are sorted where those rows have too few of them. */
  readonly sortedMax: number;
}

export interface FoundPage {
  readonly images: readonly Image[];
  /** The list goes on behind this place, up to which was looked, though the page has fewer pictures than were asked for, or none. */
  readonly lookedTo?: ImagePosition;
}

/** A page of a list whose rows have to be looked at one by one. */
export interface Search extends Seek {
  /** The list that an index holds, without the place where the page begins. */
  readonly list: Prisma.Sql;
  /** The place where the page begins. */
  readonly place: Prisma.Sql;
  /** What holds for a match, besides, as far as the planner knows how often it does. */
  readonly counted: Prisma.Sql;
  /** All that holds for a match, besides. */
  readonly looked: Prisma.Sql;
}

/** Where an index finds so many times what was expected, words go together: it is left before it has read more. */
const SURPRISE = 4;

interface Finding {
  readonly database: GalleryDatabase;
  readonly common: Common;
}

/**
 * The page, without reading much more than `common` allows: where matches are many and yet too few among the next rows, it is of these
 * few, and says where to go on. With one exception: a number of matches to pass over that no count tells the place of (the largest
 * of a search) is counted out; a cursor or a day is not.
 */
export async function findPage(search: Search, { database, common }: Finding): Promise<FoundPage> {
  // Of the whole list: near the end of a long one, few matches are left of the commonest word.
  const expected = await expectedMatches(sql`${search.list} AND ${search.counted}`, database);
  const max = Math.min(common.matchesMin, Math.max(common.fewMin, expected * SURPRISE));
  const few = expected < common.matchesMin ? await bySorting(search, { database, max }) : undefined;
  if (few) return { images: few };
  if (search.beginning.skip + search.limit > common.rowsMax) return byCounting(search, database);
  const walked = await walk(search, { database, rowsMax: common.rowsMax });
  if (walked.length === search.limit) return { images: walked };
  const lookedTo = await findLookedTo(search, { database, common });
  if (!lookedTo) return { images: walked };
  const sorted = await bySorting(search, { database, max: common.sortedMax });
  if (sorted) return { images: sorted };
  // How many of those to pass over are among these rows is not known.
  if (search.beginning.skip > 0 && walked.length === 0) return byCounting(search, database);
  return upToPlace(search, lookedTo, { database, common });
}

const read = async (database: GalleryDatabase, statement: Prisma.Sql) =>
  (await database.$queryRaw<ImageRow[]>(statement)).map(toImage);

const fromOf = ({ base, sort, beginning }: Seek) => sql`${base} AND ${beginningOf(sort, beginning)}`;

/** Looks through the next rows of the list in its order. Quick for what many pictures match. */
export function walk(
  { looked, ...seek }: Search,
  { database, rowsMax }: { readonly database: GalleryDatabase; readonly rowsMax: number },
): Promise<Image[]> {
  return read(
    database,
    sql`SELECT ${IMAGE_COLUMNS} FROM (SELECT *, width * height AS pixels FROM images
        WHERE ${fromOf(seek)} ORDER BY ${ORDER[seek.sort]} LIMIT ${rowsMax}) AS images
      WHERE ${looked} ORDER BY ${WALKED_ORDER[seek.sort]} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip}`,
  );
}

/** The last of the rows that were looked at; `undefined` when there is none behind it. */
async function findLookedTo(seek: Seek, { database, common }: Finding): Promise<ImagePosition | undefined> {
  const [last, next] = await database.$queryRaw<{ id: string; created_at: Date; pixels: number }[]>(
    sql`SELECT id, created_at, width * height AS pixels FROM images
      WHERE ${fromOf(seek)} ORDER BY ${ORDER[seek.sort]} LIMIT 2 OFFSET ${common.rowsMax - 1}`,
  );
  return last && next && { id: last.id, createdAt: last.created_at, pixels: last.pixels };
}

/** What there is up to a place, looked through anew: what came or went before the place was found is not left out, nor told twice. */
async function upToPlace(search: Search, lookedTo: ImagePosition, { database, common }: Finding): Promise<FoundPage> {
  const base = sql`${search.base} AND ${upTo(lookedTo, search.sort)}`;
  const images = await walk({ ...search, base }, { database, rowsMax: 2 * common.rowsMax });
  return images.length === search.limit ? { images } : { images, lookedTo };
}

interface Sorting {
  readonly database: GalleryDatabase;
  readonly max: number;
}

/**
 * The page out of all matches of the list, or `undefined` when there are more than `max`. What is read first knows no place, so it is
 * bound: of matches that come before the place any number could be passed over.
 */
async function bySorting(
  { list, looked, place, ...seek }: Search,
  { database, max }: Sorting,
): Promise<Image[] | undefined> {
  const order = ORDER[seek.sort];
  const rows = await database.$queryRaw<((ImageRow | { id: null }) & { hits?: bigint })[]>(sql`
    WITH hits AS MATERIALIZED (
        SELECT id, created_at, width, height FROM images WHERE ${list} AND ${looked} LIMIT ${max + 1}),
      found AS (SELECT id FROM hits WHERE ${place} ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip})
    SELECT ${IMAGE_COLUMNS}, hits FROM (SELECT count(*) AS hits FROM hits) AS counted
      LEFT JOIN (found JOIN images USING (id)) ON true ORDER BY ${order}`);
  if (Number(rows[0]?.hits) > max) return undefined;
  return rows.flatMap(({ hits: _, ...row }) => (row.id === null ? [] : [toImage(row)]));
}

/** Passes over matches: the planner knows whether it is less to walk past them or to sort them. */
async function byCounting({ looked, ...seek }: Search, database: GalleryDatabase): Promise<FoundPage> {
  const order = ORDER[seek.sort];
  const page = sql`WITH found AS MATERIALIZED (SELECT id FROM images
        WHERE ${fromOf(seek)} AND ${looked} ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip})
    SELECT ${IMAGE_COLUMNS} FROM found JOIN images USING (id) ORDER BY ${order}`;
  return { images: await read(database, page) };
}

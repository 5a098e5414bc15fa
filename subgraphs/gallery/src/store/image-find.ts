import type { Image } from '../domain/image.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { IMAGE_COLUMNS, toImage } from './image-columns.ts';
import { beginningOf, ORDER, WALKED_ORDER } from './image-seek.ts';
import type { Seek } from './image-seek.ts';
import { expectedMatches } from './image-where.ts';

const { sql } = Prisma;

/**
 * What many pictures match is found by looking through the first rows of the list; indexes are asked for the rest, and have few
 * rows to sort. Which of both it is, the planner's estimate says: it knows how common a word or a tag is, but not which of them
 * go together ("oil painting"), so the indexes are left again where they find more than was expected. So neither way reads
 * much, however many pictures there are.
 */
export const COMMON: Common = { matchesMin: 5_000, rowsMax: 10_000 };

export interface Common {
  /** From so many pictures on, matches are common. */
  readonly matchesMin: number;
  /** So many rows from the place on are looked through for them. */
  readonly rowsMax: number;
}

/** A page of a list whose rows have to be looked at one by one. */
export interface Search extends Seek {
  /** The list that an index holds, without the place where the page begins. */
  readonly list: Prisma.Sql;
  /** The place where the page begins. */
  readonly place: Prisma.Sql;
  /** What holds for a match, besides. */
  readonly looked: Prisma.Sql;
}

interface Finding {
  readonly database: GalleryDatabase;
  readonly common: Common;
}

/**
 * The page, without reading much more than `common` allows, with two exceptions. Where matches are many and yet too few among the
 * next rows, all that are left are sorted; the page after it begins among them. And a number of matches to pass over that
 * no count tells the place of (the largest of a search) is counted out; a cursor or a day is not.
 */
export async function findPage(search: Search, { database, common }: Finding): Promise<Image[]> {
  // Of the whole list: near the end of a long one, few matches are left of the commonest word.
  const expected = await expectedMatches(sql`${search.list} AND ${search.looked}`, database);
  const few = expected < common.matchesMin ? await fewMatches(search, { database, common }) : undefined;
  if (few) return few;
  if (search.beginning.skip + search.limit > common.rowsMax) return read(database, byCounting(search));
  const walked = await walk(search, { database, rowsMax: common.rowsMax });
  if (walked.length === search.limit || (await endsWithin(search, { database, common }))) return walked;
  return read(database, bySorting(search));
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

/** Whether there was no further row to look at. */
async function endsWithin(seek: Seek, { database, common }: Finding): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>(
    sql`SELECT 1 FROM images WHERE ${fromOf(seek)} ORDER BY ${ORDER[seek.sort]} LIMIT 1 OFFSET ${common.rowsMax}`,
  );
  return rows.length === 0;
}

/**
 * The page out of all matches of the list, or `undefined` when they are common. What is read first knows no place, so it is
 * bound: of matches that come before the place any number could be passed over.
 */
async function fewMatches({ list, looked, place, ...seek }: Search, finding: Finding): Promise<Image[] | undefined> {
  const { database, common } = finding;
  const order = ORDER[seek.sort];
  const rows = await database.$queryRaw<((ImageRow | { id: null }) & { hits?: bigint })[]>(sql`
    WITH hits AS MATERIALIZED (
        SELECT id, created_at, width, height FROM images WHERE ${list} AND ${looked} LIMIT ${common.matchesMin + 1}),
      found AS (SELECT id FROM hits WHERE ${place} ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip})
    SELECT ${IMAGE_COLUMNS}, hits FROM (SELECT count(*) AS hits FROM hits) AS counted
      LEFT JOIN (found JOIN images USING (id)) ON true ORDER BY ${order}`);
  if (Number(rows[0]?.hits) > common.matchesMin) return undefined;
  return rows.flatMap(({ hits: _, ...row }) => (row.id === null ? [] : [toImage(row)]));
}

/** Passes over matches: the planner knows whether it is less to walk past them or to sort them. */
function byCounting({ looked, ...seek }: Search): Prisma.Sql {
  const order = ORDER[seek.sort];
  return sql`WITH found AS MATERIALIZED (SELECT id FROM images
        WHERE ${fromOf(seek)} AND ${looked} ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip})
    SELECT ${IMAGE_COLUMNS} FROM found JOIN images USING (id) ORDER BY ${order}`;
}

/** Sorts all matches from the place on. */
function bySorting({ looked, ...seek }: Search): Prisma.Sql {
  const order = ORDER[seek.sort];
  return sql`WITH hits AS MATERIALIZED (
        SELECT id, created_at, width, height FROM images WHERE ${fromOf(seek)} AND ${looked}),
      found AS (SELECT id FROM hits ORDER BY ${order} LIMIT ${seek.limit} OFFSET ${seek.beginning.skip})
    SELECT ${IMAGE_COLUMNS} FROM found JOIN images USING (id) ORDER BY ${order}`;
}

import { z } from 'zod';
import type { ImageFilter } from '../domain/image-filter.ts';
import { queryOf } from '../domain/search-words.ts';
import type { SearchWords } from '../domain/search-words.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

/** An owner's filter without its words: what an index in the list's order can walk through. */
export function whereOf(ownerId: string, { trashed, ...filter }: ImageFilter): Prisma.Sql {
  const conditions = [
    Prisma.sql`owner_id = ${ownerId}`,
    // These two are written as the partial indexes are, or the planner would not know them.
    trashed ? Prisma.sql`deleted_at IS NOT NULL AND purge_started_at IS NULL` : Prisma.sql`deleted_at IS NULL`,
    ...conditionsOf(filter),
  ];
  return Prisma.join(conditions, ' AND ');
}

/** What a list is narrowed by, besides words. */
export function conditionsOf(filter: Omit<ImageFilter, 'trashed' | 'search'>): Prisma.Sql[] {
  const { starred, boardId, modelId, shape, tag, pixelsMin, pixelsMax, createdFrom, createdTo } = filter;
  return [
    ...(starred === undefined ? [] : [starred ? Prisma.sql`starred` : Prisma.sql`NOT starred`]),
    ...(boardId === undefined
      ? []
      : [Prisma.sql`images.id IN (SELECT image_id FROM board_images WHERE board_id = ${boardId}::uuid)`]),
    ...(modelId === undefined ? [] : [Prisma.sql`model_id = ${modelId}`]),
    ...(shape === undefined ? [] : [Prisma.sql`image_shape(width, height) = ${shape}`]),
    ...(tag === undefined ? [] : [Prisma.sql`tags @> ARRAY[${tag}]`]),
    // Written as the indexes by size are, or the planner would not know it.
    ...(pixelsMin === undefined ? [] : [Prisma.sql`width * height >= ${pixelsMin}::int`]),
    ...(pixelsMax === undefined ? [] : [Prisma.sql`width * height <= ${pixelsMax}::int`]),
    ...(createdFrom === undefined ? [] : [Prisma.sql`created_at >= ${createdFrom}`]),
    ...(createdTo === undefined ? [] : [Prisma.sql`created_at < ${createdTo}`]),
  ];
}

interface Looking {
  readonly ownerId: string;
  readonly database: GalleryDatabase;
  /** By likeness instead of by word. */
  readonly near: boolean;
}

/** What holds for a picture that has every word. */
export interface WordConditions {
  /** What the index of words finds. */
  readonly found: readonly Prisma.Sql[];
  /** What has to be looked at in each of them. */
  readonly looked: readonly Prisma.Sql[];
}

/** By likeness, words much like the typed ones do too. */
export async function wordsOf({ terms, exactly }: SearchWords, looking: Looking): Promise<WordConditions> {
  const latin = terms.flatMap((term) => term.latin ?? []);
  const known = latin.length === 0 ? new Map<string, string[]>() : await indexedWords(latin, looking);
  const { typed, indexed } = queryOf(terms, known);
  const queries = [
    ...(typed === '' ? [] : [indexed === '' ? aloneOf(typed) : Prisma.sql`to_tsquery('english', ${typed})`]),
    ...(indexed === '' ? [] : [Prisma.sql`to_tsquery('simple', ${indexed})`]),
  ];
  const found = queries.length === 0 ? [] : [Prisma.sql`search_vector @@ (${Prisma.join(queries, ' && ')})`];
  const looked = exactly.map((pattern) => Prisma.sql`search_text LIKE ${pattern}`);
  return { found, looked: looking.near && found.length > 0 ? [] : looked };
}

/** All of these conditions; of none, whatever there is. */
export const allOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ');

/** Little words are in no index ("in", "a"). Alone they are beginnings of others: whoever looks for ink has typed in. */
const aloneOf = (typed: string) =>
  Prisma.sql`CASE WHEN numnode(to_tsquery('english', ${typed})) > 0
    THEN to_tsquery('english', ${typed}) ELSE to_tsquery('simple', ${typed}) END`;

const plans = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]);

/** How many pictures the planner expects to match: from what it knows of how common words are, without reading a row. */
export async function expectedMatches(where: Prisma.Sql, database: GalleryDatabase): Promise<number> {
  const rows = await database.$queryRaw<{ 'QUERY PLAN': unknown }[]>(
    Prisma.sql`EXPLAIN (FORMAT JSON) SELECT 1 FROM images WHERE ${where}`,
  );
  return plans.parse(rows[0]?.['QUERY PLAN'])[0].Plan['Plan Rows'];
}

/** More words than this begin with a letter or two; the index then reads them all itself. */
const BEGINNINGS_MAX = 24;
const LIKELY_MAX = 4;

/**
 * For each typed word those of the owner's pictures that begin with its stem; by likeness those that have it within, or are most
 * like it. The index intersects whole words far quicker than beginnings of words.
 */
async function indexedWords(
  latin: readonly string[],
  { ownerId, database, near }: Looking,
): Promise<Map<string, readonly string[]>> {
  // From the stem on up to where words go on otherwise: a span of the index, which LIKE would not be for a stem of the moment.
  const beginning = Prisma.sql`SELECT word FROM image_words, unnest(ts_lexize('english_stem', typed)) AS stem
    WHERE owner_id = ${ownerId} AND word >= stem AND word < (stem || '{') LIMIT ${BEGINNINGS_MAX + 1}`;
  const likely = Prisma.sql`SELECT word FROM image_words
    WHERE owner_id = ${ownerId} AND (word % typed OR word LIKE '%' || typed || '%')
    ORDER BY (word LIKE '%' || typed || '%') DESC, similarity(word, typed) DESC, word LIMIT ${LIKELY_MAX}`;
  const rows = await database.$queryRaw<{ typed: string; words: string[] }[]>`
    SELECT typed, array_agg(word) AS words
    FROM unnest(${[...latin]}::text[]) AS typed, LATERAL (${near ? likely : beginning}) AS found GROUP BY typed`;
  return new Map(rows.filter(({ words }) => words.length <= BEGINNINGS_MAX).map((row) => [row.typed, row.words]));
}

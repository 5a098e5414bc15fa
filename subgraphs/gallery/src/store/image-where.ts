import type { ImageFilter } from '../domain/image-filter.ts';
import { queryOf } from '../domain/search-words.ts';
import type { SearchWords } from '../domain/search-words.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

/** An owner's filter without its words: what an index in the list's order can walk through. */
export function whereOf(ownerId: string, filter: ImageFilter): Prisma.Sql {
  const { trashed, starred, modelId, shape, tag, createdFrom, createdTo } = filter;
  const conditions = [
    Prisma.sql`owner_id = ${ownerId}`,
    // These two are written as the partial indexes are, or the planner would not know them.
    trashed ? Prisma.sql`deleted_at IS NOT NULL AND purge_started_at IS NULL` : Prisma.sql`deleted_at IS NULL`,
    ...(starred === undefined ? [] : [starred ? Prisma.sql`starred` : Prisma.sql`NOT starred`]),
    ...(modelId === undefined ? [] : [Prisma.sql`model_id = ${modelId}`]),
    ...(shape === undefined ? [] : [Prisma.sql`image_shape(width, height) = ${shape}`]),
    ...(tag === undefined ? [] : [Prisma.sql`tags @> ARRAY[${tag}]`]),
    ...(createdFrom === undefined ? [] : [Prisma.sql`created_at >= ${createdFrom}`]),
    ...(createdTo === undefined ? [] : [Prisma.sql`created_at < ${createdTo}`]),
  ];
  return Prisma.join(conditions, ' AND ');
}

/** What holds for a picture that has every word; by likeness, words much like the typed ones do too. */
export async function wordsOf(
  { terms, exactly }: SearchWords,
  { database, near }: { readonly database: GalleryDatabase; readonly near: boolean },
): Promise<Prisma.Sql> {
  const query = near
    ? queryOf(
        terms,
        await likelyWords(
          database,
          terms.flatMap(({ latin }) => latin ?? []),
        ),
      )
    : queryOf(terms);
  const words = query === '' ? [] : [Prisma.sql`search_vector @@ to_tsquery('english', ${query})`];
  const looks = exactly.map((pattern) => Prisma.sql`search_text LIKE ${pattern}`);
  return Prisma.join(near && words.length > 0 ? words : [...words, ...looks], ' AND ');
}

const LIKELY_MAX = 4;

/** For each typed word those of the index that have it within, or that are most like it. */
async function likelyWords(
  database: GalleryDatabase,
  typed: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (typed.length === 0) return new Map();
  const rows = await database.$queryRaw<{ typed: string; words: string[] }[]>`
    SELECT typed, array_agg(word) AS words FROM unnest(${[...typed]}::text[]) AS typed, LATERAL (
      SELECT word FROM image_words WHERE word % typed OR word LIKE '%' || typed || '%'
      ORDER BY (word LIKE '%' || typed || '%') DESC, similarity(word, typed) DESC, word LIMIT ${LIKELY_MAX}) AS likely
    GROUP BY typed`;
  return new Map(rows.map((row) => [row.typed, row.words]));
}

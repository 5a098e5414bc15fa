import { againAfterConflict } from './bulk-changes.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

/** Keeps the kept counts as they should be: takes out those that came to nothing, counts anew what an operator doubts. */
export interface CountCareStore {
  /** Takes out the empty counts of some owners whose pictures went or changed. @returns false when there are no more. */
  removeEmpty(limit: number): Promise<boolean>;
  /** Counts an owner's pictures anew, while they may change. @returns how many counts were wrong. */
  recount(ownerId: string): Promise<number>;
}

const { raw, sql } = Prisma;
/** A million pictures are read twice. The database is opened with as much time for a statement, or it gives up its connection before. */
export const RECOUNT_TIMEOUT_MS = 600_000;

export function createCountCareStore(database: GalleryDatabase): CountCareStore {
  return {
    removeEmpty: async (limit) => {
      const notes = await database.imageCountLeft.findMany({ orderBy: { id: 'asc' }, take: limit });
      const owners = [...new Set(notes.map(({ ownerId }) => ownerId))];
      if (owners.length === 0) return false;
      for (const table of TABLES) await againAfterConflict(() => database.$executeRaw(emptyOf(owners, table)));
      // Notes last: what a crash leaves is looked at again.
      await database.imageCountLeft.deleteMany({ where: { id: { in: notes.map(({ id }) => id) } } });
      return notes.length === limit;
    },
    recount: (ownerId) =>
      againAfterConflict(() => database.$transaction((tx) => recountIn(tx, ownerId), { timeout: RECOUNT_TIMEOUT_MS })),
  };
}

const TABLES = [
  { name: 'image_days', key: 'owner_id, day', empty: 'kept = 0 AND starred = 0 AND trashed = 0' },
  { name: 'image_facets', key: 'owner_id, kind, value', empty: 'images = 0' },
  { name: 'image_facet_days', key: 'owner_id, kind, value, day', empty: 'images = 0' },
  { name: 'image_words', key: 'owner_id, word', empty: 'images = 0' },
] as const;

/** Locked in the order in which changes of pictures lock them; one that is counted up at this moment stays. */
function emptyOf(owners: readonly string[], { name, key, empty }: (typeof TABLES)[number]): Prisma.Sql {
  const theirs = sql`owner_id = ANY (${owners}::text[]) AND ${raw(empty)}`;
  return sql`DELETE FROM ${raw(name)} WHERE ${theirs} AND (${raw(key)}) IN (
    SELECT ${raw(key)} FROM ${raw(name)} WHERE ${theirs} ORDER BY ${raw(key)} FOR UPDATE)`;
}

/**
 * Counts change with their rows, so that in one statement both are of the same moment: what they differ by is added, as a
 * change of pictures would, and may meet others on the way. Two recounts of one owner would both add it.
 */
async function recountIn(tx: Pick<GalleryDatabase, '$executeRaw' | '$queryRaw'>, ownerId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtextextended(${`recount:${ownerId}`}, 0))`;
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${`${RECOUNT_TIMEOUT_MS}`}, true)`;
  const wrong =
    (await tx.$executeRaw(daysOf(ownerId))) +
    (await tx.$executeRaw(facetsOf(ownerId))) +
    (await tx.$executeRaw(facetDaysOf(ownerId))) +
    (await tx.$executeRaw(wordsOf(ownerId)));
  await tx.$executeRaw`INSERT INTO image_counts_left (owner_id) VALUES (${ownerId})`;
  return wrong;
}

const DAY = sql`(created_at AT TIME ZONE 'UTC')::date AS day`;

const daysOf = (ownerId: string) => sql`WITH found AS (SELECT ${DAY},
      count(*) FILTER (WHERE deleted_at IS NULL) AS kept, count(*) FILTER (WHERE deleted_at IS NULL AND starred) AS starred,
      count(*) FILTER (WHERE deleted_at IS NOT NULL AND purge_started_at IS NULL) AS trashed
    FROM images WHERE owner_id = ${ownerId} GROUP BY 1),
  told AS (SELECT day, kept, starred, trashed FROM image_days WHERE owner_id = ${ownerId}),
  wrong AS (SELECT day, coalesce(found.kept, 0) - coalesce(told.kept, 0) AS kept,
      coalesce(found.starred, 0) - coalesce(told.starred, 0) AS starred,
      coalesce(found.trashed, 0) - coalesce(told.trashed, 0) AS trashed
    FROM found FULL JOIN told USING (day))
  INSERT INTO image_days AS d (owner_id, day, kept, starred, trashed)
  SELECT ${ownerId}, day, kept, starred, trashed FROM wrong WHERE (kept, starred, trashed) <> (0, 0, 0) ORDER BY day
  ON CONFLICT (owner_id, day) DO UPDATE SET
    kept = d.kept + excluded.kept, starred = d.starred + excluded.starred, trashed = d.trashed + excluded.trashed`;

/** What a picture is counted by, as the triggers have it. */
const FACETS = sql`SELECT 'shape' AS kind, image_shape(width, height) AS value
  UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag`;
const DAY_FACETS = sql`${FACETS} UNION ALL SELECT 'pixels', (width * height)::text`;

const facetsOf = (ownerId: string) => sql`WITH found AS (SELECT kind, value, count(*) AS images
    FROM images, LATERAL (${FACETS}) AS facet WHERE owner_id = ${ownerId} AND deleted_at IS NULL GROUP BY 1, 2),
  told AS (SELECT kind, value, images FROM image_facets WHERE owner_id = ${ownerId}),
  wrong AS (SELECT kind, value, coalesce(found.images, 0) - coalesce(told.images, 0) AS images
    FROM found FULL JOIN told USING (kind, value))
  INSERT INTO image_facets AS f (owner_id, kind, value, images)
  SELECT ${ownerId}, kind, value, images FROM wrong WHERE images <> 0 ORDER BY kind, value
  ON CONFLICT (owner_id, kind, value) DO UPDATE SET images = f.images + excluded.images`;

const facetDaysOf = (ownerId: string) => sql`WITH found AS (SELECT kind, value, ${DAY}, count(*) AS images
    FROM images, LATERAL (${DAY_FACETS}) AS facet WHERE owner_id = ${ownerId} AND deleted_at IS NULL GROUP BY 1, 2, 3),
  told AS (SELECT kind, value, day, images FROM image_facet_days WHERE owner_id = ${ownerId}),
  wrong AS (SELECT kind, value, day, coalesce(found.images, 0) - coalesce(told.images, 0) AS images
    FROM found FULL JOIN told USING (kind, value, day))
  INSERT INTO image_facet_days AS f (owner_id, kind, value, day, images)
  SELECT ${ownerId}, kind, value, day, images FROM wrong WHERE images <> 0 ORDER BY kind, value, day
  ON CONFLICT (owner_id, kind, value, day) DO UPDATE SET images = f.images + excluded.images`;

const wordsOf = (ownerId: string) => sql`WITH found AS (SELECT lexeme AS word, count(*) AS images
    FROM images, unnest(search_vector)
    WHERE owner_id = ${ownerId} AND lexeme ~ '^[a-z][a-z0-9]{2,39}$' GROUP BY 1),
  told AS (SELECT word, images FROM image_words WHERE owner_id = ${ownerId}),
  wrong AS (SELECT word, coalesce(found.images, 0) - coalesce(told.images, 0) AS images
    FROM found FULL JOIN told USING (word))
  INSERT INTO image_words AS w (owner_id, word, images)
  SELECT ${ownerId}, word, images FROM wrong WHERE images <> 0 ORDER BY word
  ON CONFLICT (owner_id, word) DO UPDATE SET images = w.images + excluded.images`;

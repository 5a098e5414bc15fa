import type { GalleryDatabase } from './database.ts';

/** MORE: there may be further words; BUSY: pictures are being written at this moment, try again later. */
export type Pruning = 'DONE' | 'MORE' | 'BUSY';

/** The words that searches are led to, which must not outlive the pictures that brought them. */
export interface WordStore {
  /** Looks through some words of pictures that went and takes out those that no picture has. */
  prune(limit: number): Promise<Pruning>;
}

export function createWordStore(database: GalleryDatabase): WordStore {
  return {
    prune: (limit) =>
      database.$transaction(async (tx) => {
        // Notes first, pictures after: a picture whose note is seen here is seen as gone below.
        const noted = await tx.$queryRaw<{ word: string }[]>`DELETE FROM image_words_left WHERE id IN (
          SELECT id FROM image_words_left ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING word`;
        if (noted.length === 0) return 'DONE';
        // A word that many have looks cheap to find by reading the whole table, which one that nobody has is not.
        await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
        const words = [...new Set(noted.map(({ word }) => word))];
        const gone = await tx.$queryRaw<{ word: string }[]>`SELECT word FROM unnest(${words}::text[]) AS word
          WHERE NOT EXISTS (SELECT 1 FROM images WHERE search_vector @@ word::tsquery)`;
        const outcome = noted.length < limit ? 'DONE' : 'MORE';
        if (gone.length === 0) return outcome;
        const unused = gone.map(({ word }) => word);
        const [lock] = await tx.$queryRaw<{ isHeld: boolean }[]>`
          SELECT pg_try_advisory_xact_lock(hashtext('image_words')) AS "isHeld"`;
        if (lock?.isHeld !== true) {
          await tx.$executeRaw`INSERT INTO image_words_left (word) SELECT unnest(${unused}::text[])`;
          return 'BUSY';
        }
        await tx.$executeRaw`DELETE FROM image_words WHERE word = ANY(${unused}::text[])
          AND NOT EXISTS (SELECT 1 FROM images WHERE search_vector @@ word::tsquery)`;
        return outcome;
      }),
  };
}

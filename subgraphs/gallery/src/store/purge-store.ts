import type { Image } from '../domain/image.ts';
import { againAfterConflict, lockInOrder } from './bulk-changes.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { IMAGE_COLUMNS, toImage } from './image-columns.ts';
import type { OwnImages } from './image-store.ts';

/** The last way of a picture: marked, its files removed, its row removed. */
export interface PurgeStore {
  /** From here on nobody sees these pictures. Only what is in the trash can be marked. @returns their ids. */
  mark(images: OwnImages, now: Date): Promise<string[]>;
  /** Marks some of what was in an owner's trash by `now`. */
  markSome(ownerId: string, options: { readonly now: Date; readonly limit: number }): Promise<Marking>;
  /** Marks what has been in the trash since before `cutoff`. @returns how many. */
  markExpired(cutoff: Date, options: { readonly now: Date; readonly limit: number }): Promise<number>;
  /** Pictures that were marked up to `until`, the longest waiting first; behind `after`, where there is one. */
  listMarked(options: MarkedList): Promise<Image[]>;
  /** Puts a picture whose files could not be removed at the end of the line. */
  postpone(id: string, now: Date): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface MarkedList {
  readonly until: Date;
  readonly limit: number;
  readonly after?: Image | undefined;
}

/** `found` were in the trash; those of them that were taken back at that moment are not `marked`. */
export interface Marking {
  readonly found: number;
  readonly marked: number;
}

const { sql } = Prisma;
/** Written as the partial index is. */
const IN_TRASH = sql`deleted_at IS NOT NULL AND purge_started_at IS NULL`;

export function createPurgeStore(database: GalleryDatabase): PurgeStore {
  const { image } = database;
  return {
    mark: async ({ ownerId, ids }, now) => {
      const theirs = sql`id = ANY (${[...ids]}::uuid[]) AND owner_id = ${ownerId} AND ${IN_TRASH}`;
      const rows = await againAfterConflict(
        () => database.$queryRaw<{ id: string }[]>`
        WITH chosen AS (${lockInOrder(theirs)}) ${markChosen(now)} RETURNING images.id`,
      );
      return rows.map(({ id }) => id);
    },
    markSome: async (ownerId, { now, limit }) => {
      const [row] = await againAfterConflict(
        () => database.$queryRaw<{ found: number; marked: number }[]>`
        WITH batch AS (SELECT id FROM images WHERE owner_id = ${ownerId} AND ${IN_TRASH} AND deleted_at <= ${now}
            ORDER BY created_at DESC, id DESC LIMIT ${limit}),
          chosen AS (${lockInOrder(sql`id IN (SELECT id FROM batch) AND ${IN_TRASH}`)}),
          marked AS (${markChosen(now)} RETURNING 1)
        SELECT (SELECT count(*) FROM batch)::int AS found, (SELECT count(*) FROM marked)::int AS marked`,
      );
      return row ?? { found: 0, marked: 0 };
    },
    markExpired: (cutoff, { now, limit }) =>
      againAfterConflict(
        () => database.$executeRaw`UPDATE images SET purge_started_at = ${now} WHERE id IN (
        SELECT id FROM images WHERE deleted_at < ${cutoff} AND purge_started_at IS NULL LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
      ),
    listMarked: async ({ until, limit, after }) => {
      // By place, not from the front: what was removed stays in the index for a while, and all of it would be passed over each time.
      const behind = after ? sql`(purge_started_at, id) > (${after.purgeStartedAt}, ${after.id}::uuid)` : sql`true`;
      const rows = await database.$queryRaw<ImageRow[]>`
        SELECT ${IMAGE_COLUMNS} FROM images WHERE purge_started_at IS NOT NULL AND purge_started_at <= ${until} AND ${behind}
        ORDER BY purge_started_at, id LIMIT ${limit}`;
      return rows.map(toImage);
    },
    postpone: async (id, purgeStartedAt) => {
      await image.updateMany({ where: { id, purgeStartedAt: { not: null } }, data: { purgeStartedAt } });
    },
    remove: async (ids) => {
      const theirs = sql`id = ANY (${[...ids]}::uuid[]) AND purge_started_at IS NOT NULL`;
      await againAfterConflict(
        () => database.$executeRaw`
        WITH chosen AS (${lockInOrder(theirs)}) DELETE FROM images USING chosen WHERE images.id = chosen.id`,
      );
    },
  };
}

const markChosen = (now: Date) =>
  sql`UPDATE images SET purge_started_at = ${now} FROM chosen WHERE images.id = chosen.id`;

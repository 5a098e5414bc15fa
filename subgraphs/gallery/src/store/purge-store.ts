import type { Image } from '../domain/image.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import { toImage } from './image-columns.ts';
import type { OwnImages } from './image-store.ts';

/** The last way of a picture: marked, its files removed, its row removed. */
export interface PurgeStore {
  /** From here on nobody sees these pictures. Only what is in the trash can be marked. @returns their ids. */
  mark(images: OwnImages, now: Date): Promise<string[]>;
  markAll(ownerId: string, now: Date): Promise<number>;
  /** Marks what has been in the trash since before `cutoff`. @returns how many. */
  markExpired(cutoff: Date, options: { readonly now: Date; readonly limit: number }): Promise<number>;
  /** Marked pictures, the longest waiting first. */
  listMarked(limit: number): Promise<Image[]>;
  /** Puts a picture whose files could not be removed at the end of the line. */
  postpone(id: string, now: Date): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createPurgeStore(database: GalleryDatabase): PurgeStore {
  const { image } = database;
  const inTrash = { deletedAt: { not: null }, purgeStartedAt: null };
  return {
    mark: async ({ ownerId, ids }, purgeStartedAt) => {
      const where = { id: { in: [...ids] }, ownerId, ...inTrash };
      return (await image.updateManyAndReturn({ where, data: { purgeStartedAt }, select: { id: true } })).map(
        ({ id }) => id,
      );
    },
    markAll: async (ownerId, purgeStartedAt) =>
      (await image.updateMany({ where: { ownerId, ...inTrash }, data: { purgeStartedAt } })).count,
    markExpired: (cutoff, { now, limit }) =>
      database.$executeRaw(Prisma.sql`UPDATE images SET purge_started_at = ${now} WHERE id IN (
        SELECT id FROM images WHERE deleted_at < ${cutoff} AND purge_started_at IS NULL LIMIT ${limit} FOR UPDATE SKIP LOCKED)`),
    listMarked: async (limit) => {
      const where = { deletedAt: { not: null }, purgeStartedAt: { not: null } };
      return (await image.findMany({ where, orderBy: { purgeStartedAt: 'asc' }, take: limit })).map(toImage);
    },
    postpone: async (id, purgeStartedAt) => {
      await image.updateMany({ where: { id, purgeStartedAt: { not: null } }, data: { purgeStartedAt } });
    },
    remove: async (id) => {
      await image.deleteMany({ where: { id, purgeStartedAt: { not: null } } });
    },
  };
}

import { againAfterConflict, lockInOrder } from './bulk-changes.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

type Transaction = Parameters<Parameters<GalleryDatabase['$transaction']>[0]>[0];

/** What is left of a person here, taken out at once; their files are assets' to remove. */
export interface DepartureStore {
  /** From here on no picture is written for this person; those that are being written are in. Repeating it changes nothing. */
  note(ownerId: string, now: Date): Promise<void>;
  /** Removes some of a person's pictures with their links and places on boards. @returns how many. */
  removeImages(ownerId: string, limit: number): Promise<number>;
  /** Removes their boards, archives and counts. */
  removeRest(ownerId: string): Promise<void>;
  /** Whose departure was noted before `cutoff`. */
  listNoted(cutoff: Date, limit: number): Promise<string[]>;
  forget(ownerId: string): Promise<void>;
}

export function createDepartureStore(database: GalleryDatabase): DepartureStore {
  const { departedOwner } = database;
  return {
    note: async (ownerId, departedAt) => {
      await database.$transaction([
        database.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(${lockOf(ownerId)})`,
        departedOwner.createMany({ data: [{ ownerId, departedAt }], skipDuplicates: true }),
      ]);
    },
    removeImages: (ownerId, limit) =>
      againAfterConflict(() => {
        // Each by an index of its own: none holds all of an owner's pictures.
        const some = Prisma.sql`id IN (
          (SELECT id FROM images WHERE owner_id = ${ownerId} AND deleted_at IS NULL LIMIT ${limit})
          UNION ALL (SELECT id FROM images WHERE owner_id = ${ownerId} AND deleted_at IS NOT NULL LIMIT ${limit}))`;
        return database.$executeRaw`WITH chosen AS (${lockInOrder(some)})
          DELETE FROM images USING chosen WHERE images.id = chosen.id`;
      }),
    removeRest: async (ownerId) => {
      await againAfterConflict(() =>
        database.$transaction([
          database.board.deleteMany({ where: { ownerId } }),
          database.imageArchive.deleteMany({ where: { ownerId } }),
          database.imageDay.deleteMany({ where: { ownerId } }),
          database.imageFacet.deleteMany({ where: { ownerId } }),
          database.imageFacetDay.deleteMany({ where: { ownerId } }),
          database.imageWord.deleteMany({ where: { ownerId } }),
        ]),
      );
    },
    listNoted: async (cutoff, take) => {
      const where = { departedAt: { lte: cutoff } };
      return (await departedOwner.findMany({ where, orderBy: { departedAt: 'asc' }, take })).map(
        ({ ownerId }) => ownerId,
      );
    },
    forget: async (ownerId) => {
      await departedOwner.deleteMany({ where: { ownerId } });
    },
  };
}

/**
 * Whether the owner's account has gone. As long as the transaction lasts that does not change: who notes a departure waits for
 * it, and finds what it has written.
 */
export async function hasDeparted(ownerId: string, tx: Transaction): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock_shared(${lockOf(ownerId)})`;
  return (await tx.departedOwner.findUnique({ where: { ownerId } })) !== null;
}

const lockOf = (ownerId: string) => Prisma.sql`hashtextextended(${`departure:${ownerId}`}, 0)`;

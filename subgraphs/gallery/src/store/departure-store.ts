import type { GalleryDatabase } from './database.ts';

/** What is left of a person here, taken out at once; their files are assets' to remove. */
export interface DepartureStore {
  /** Removes some of a person's pictures with their links and places on boards. @returns how many. */
  removeImages(ownerId: string, limit: number): Promise<number>;
  /** Removes their boards, archives and counts. */
  removeRest(ownerId: string): Promise<void>;
}

export function createDepartureStore(database: GalleryDatabase): DepartureStore {
  return {
    removeImages: (ownerId, limit) =>
      database.$executeRaw`DELETE FROM images WHERE id IN (SELECT id FROM images WHERE owner_id = ${ownerId} LIMIT ${limit})`,
    removeRest: async (ownerId) => {
      await database.$transaction([
        database.board.deleteMany({ where: { ownerId } }),
        database.imageArchive.deleteMany({ where: { ownerId } }),
        database.imageDay.deleteMany({ where: { ownerId } }),
        database.imageFacet.deleteMany({ where: { ownerId } }),
      ]);
    },
  };
}

import type { Collection } from 'mongodb';
import type { AssetDocument } from './collections.ts';

/** Rejected or deleted, and nobody is going to remove its bytes any more: they are gone. */
const SWEPT = { sweepAt: { $exists: false }, sweepLeaseUntil: { $exists: false } } as const;

/** Records whose bytes are gone, on their way out themselves. */
export interface RecordStore {
  /**
   * Blanks what deleted files were called and looked like. What is left answers repetitions of earlier requests: the id, the
   * size and the tokens. @returns how many.
   */
  blankDeleted(limit: number): Promise<number>;
  /** Removes uploads that came to nothing and whose ticket ended before. @returns how many. */
  removeRejected(options: { before: Date; limit: number }): Promise<number>;
  /** Removes all that is swept of one person. @returns how many records are left. */
  removeSweptOf(ownerId: string): Promise<number>;
}

export function createRecordStore(assets: Collection<AssetDocument>): RecordStore {
  return {
    blankDeleted: async (limit) => {
      const named = { status: 'DELETED', filename: { $gt: '' }, ...SWEPT } as const;
      const found = await assets.find(named).limit(limit).project<{ _id: string }>({ _id: 1 }).toArray();
      if (found.length === 0) return 0;
      // The place in the bucket ends with the name, and is one asset's alone.
      const blank = { filename: '', sha256: '', objectKey: { $concat: ['deleted/', '$_id'] } };
      const ids = found.map(({ _id }) => _id);
      const update = [{ $set: blank }, { $unset: ['preview', 'multipart', 'imageId'] }];
      return (await assets.updateMany({ _id: { $in: ids }, ...named }, update)).modifiedCount;
    },
    removeRejected: async ({ before, limit }) => {
      const old = { status: 'REJECTED', expiresAt: { $lt: before }, ...SWEPT } as const;
      const found = await assets.find(old).limit(limit).project<{ _id: string }>({ _id: 1 }).toArray();
      if (found.length === 0) return 0;
      return (await assets.deleteMany({ _id: { $in: found.map(({ _id }) => _id) }, ...old })).deletedCount;
    },
    removeSweptOf: async (ownerId) => {
      await assets.deleteMany({ ownerId, status: { $in: ['REJECTED', 'DELETED'] }, ...SWEPT });
      return assets.countDocuments({ ownerId });
    },
  };
}

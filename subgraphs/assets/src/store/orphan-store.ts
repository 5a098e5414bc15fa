import { Long } from 'mongodb';
import type { Collection } from 'mongodb';
import { bytesField } from './asset-document.ts';
import type { OrphanDocument } from './collections.ts';

/** An object of the bucket, or an upload in parts, that no record names. */
export interface Orphan {
  readonly key: string;
  readonly uploadId?: string;
  readonly sizeBytes: number;
}

export interface FoundOrphan extends Orphan {
  readonly foundAt: Date;
}

/** What was found without a record, and since when: nothing is removed the first time it is seen. */
export interface OrphanStore {
  /** Notes orphans; one that is known keeps the time it was first found. */
  note(orphans: readonly Orphan[], now: Date): Promise<void>;
  listFoundBefore(options: { before: Date; limit: number }): Promise<FoundOrphan[]>;
  forget(orphan: Orphan): Promise<void>;
  count(): Promise<number>;
}

function idOf({ key, uploadId }: Orphan): string {
  return uploadId === undefined ? key : `upload:${uploadId}`;
}

export function createOrphanStore(orphans: Collection<OrphanDocument>): OrphanStore {
  return {
    note: async (found, now) => {
      if (found.length === 0) return;
      const writes = found.map((orphan) => ({
        updateOne: {
          filter: { _id: idOf(orphan) },
          update: { $setOnInsert: { ...orphan, sizeBytes: Long.fromNumber(orphan.sizeBytes), foundAt: now } },
          upsert: true,
        },
      }));
      await orphans.bulkWrite(writes, { ordered: false });
    },
    listFoundBefore: async ({ before, limit }) => {
      const found = await orphans
        .find({ foundAt: { $lt: before } })
        .sort({ foundAt: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ key, uploadId, sizeBytes, foundAt }) => ({
        key,
        ...(uploadId === undefined ? {} : { uploadId }),
        sizeBytes: bytesField.parse(sizeBytes),
        foundAt,
      }));
    },
    forget: async (orphan) => void (await orphans.deleteOne({ _id: idOf(orphan) })),
    count: () => orphans.countDocuments(),
  };
}

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

/** Longer than any attempt of removing an object takes, its retries included. */
const LEASE_MS = 120_000;

/** What was found without a record, and since when: nothing is removed the first time it is seen. */
export interface OrphanStore {
  /** Notes orphans; one that is known keeps the time it was first found. */
  note(orphans: readonly Orphan[], now: Date): Promise<void>;
  listFoundBefore(options: { before: Date; limit: number }): Promise<FoundOrphan[]>;
  /** Takes the right to remove an orphan; `false` when another has it. */
  lease(orphan: Orphan, now: Date): Promise<boolean>;
  /** Is somebody about to remove what lies here? */
  isLeased(key: string, now: Date): Promise<boolean>;
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
    lease: async (orphan, now) => {
      const isFree = { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lte: now } }] };
      const leased = { $set: { leaseUntil: new Date(now.getTime() + LEASE_MS) } };
      return (await orphans.updateOne({ _id: idOf(orphan), ...isFree }, leased)).matchedCount === 1;
    },
    isLeased: async (key, now) => (await orphans.findOne({ _id: key, leaseUntil: { $gt: now } })) !== null,
    forget: async (orphan) => void (await orphans.deleteOne({ _id: idOf(orphan) })),
    count: () => orphans.countDocuments(),
  };
}

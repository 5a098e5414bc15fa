import type { Collection } from 'mongodb';
import type { Asset, AssetStatus } from '../domain/asset.ts';
import { toAsset } from './asset-document.ts';
import type { AssetDocument } from './collections.ts';

/** Longer than any attempt of removing an object takes, its retries included. */
const LEASE_MS = 120_000;

/** The bytes of rejected and deleted assets, on their way out of the bucket. */
export interface SweepStore {
  /** Has the bytes removed soon rather than after the ticket's end. */
  hasten(id: string, now: Date): Promise<void>;
  listDue(options: { now: Date; limit: number }): Promise<Asset[]>;
  /** Takes the right to remove the bytes; `undefined` when another has it or there is nothing to remove. */
  lease(id: string, now: Date): Promise<Date | undefined>;
  /** Has the bytes removed later, without ending the lease before its time. */
  postpone(id: string, outcome: { lease: Date; until: Date }): Promise<void>;
  /** Ends the lease; `again` says when the bytes are to be removed once more. */
  finish(id: string, outcome: { lease: Date; again?: Date }): Promise<void>;
}

export function createSweepStore(assets: Collection<AssetDocument>): SweepStore {
  return {
    listDue: async ({ now, limit }) => {
      const due = assets.find({ sweepAt: { $lte: now } }).sort({ sweepAt: 1 });
      return (await due.limit(limit).toArray()).map(toAsset);
    },
    hasten: async (id, now) => {
      const ended = { $in: ['REJECTED', 'DELETED'] as const satisfies AssetStatus[] };
      await assets.updateOne({ _id: id, status: ended, sweepAt: { $gt: now } }, { $set: { sweepAt: now } });
    },
    lease: async (id, now) => {
      const lease = new Date(now.getTime() + LEASE_MS);
      const { matchedCount } = await assets.updateOne(
        {
          _id: id,
          status: { $in: ['REJECTED', 'DELETED'] },
          sweepAt: { $lte: now },
          $or: [{ sweepLeaseUntil: { $exists: false } }, { sweepLeaseUntil: { $lte: now } }],
        },
        { $set: { sweepLeaseUntil: lease } },
      );
      return matchedCount === 1 ? lease : undefined;
    },
    postpone: async (id, { lease, until }) => {
      await assets.updateOne({ _id: id, sweepLeaseUntil: lease }, { $set: { sweepAt: until } });
    },
    finish: async (id, { lease, again }) => {
      const update = again
        ? { $set: { sweepAt: again }, $unset: { sweepLeaseUntil: '' as const } }
        : { $unset: { sweepAt: '' as const, sweepLeaseUntil: '' as const } };
      await assets.updateOne({ _id: id, sweepLeaseUntil: lease }, update);
    },
  };
}

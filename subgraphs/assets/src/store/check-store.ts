import type { Collection } from 'mongodb';
import type { Asset } from '../domain/asset.ts';
import { toAsset } from './asset-document.ts';
import type { AssetDocument } from './collections.ts';

/** An upload whose check is ours until `until`. */
export interface ClaimedCheck {
  readonly asset: Asset;
  readonly tries: number;
  readonly until: Date;
}

/** Uploads in SCANNING that wait for their check. `checkAt` is when one is due; taking it moves that into the future. */
export interface CheckStore {
  claim(options: { now: Date; leaseMs: number }): Promise<ClaimedCheck | undefined>;
  /** Keeps a claim while the check goes on. @returns the new end, or `undefined` when it was lost. */
  renew(claimed: ClaimedCheck, until: Date): Promise<ClaimedCheck | undefined>;
  /** Gives a claim up until then. */
  postpone(claimed: ClaimedCheck, at: Date): Promise<void>;
}

export function createCheckStore(assets: Collection<AssetDocument>): CheckStore {
  const move = async ({ asset, until }: ClaimedCheck, checkAt: Date) => {
    const { matchedCount } = await assets.updateOne(
      { _id: asset.id, status: 'SCANNING', checkAt: until },
      { $set: { checkAt } },
    );
    return matchedCount === 1;
  };
  return {
    claim: async ({ now, leaseMs }) => {
      const until = new Date(now.getTime() + leaseMs);
      const document = await assets.findOneAndUpdate(
        { status: 'SCANNING', checkAt: { $lte: now } },
        { $set: { checkAt: until }, $inc: { checkTries: 1 } },
        { sort: { checkAt: 1 }, returnDocument: 'after' },
      );
      return document ? { asset: toAsset(document), tries: document.checkTries ?? 1, until } : undefined;
    },
    renew: async (claimed, until) => ((await move(claimed, until)) ? { ...claimed, until } : undefined),
    postpone: async (claimed, at) => void (await move(claimed, at)),
  };
}

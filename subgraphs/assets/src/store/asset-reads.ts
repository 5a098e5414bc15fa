import type { Collection } from 'mongodb';
import { toAsset } from './asset-document.ts';
import type { AssetStore } from './asset-store.ts';
import type { AssetDocument } from './collections.ts';

type Reads = Pick<AssetStore, 'listTrashed' | 'listEnded' | 'listByPlace' | 'findByPlace' | 'listAlive'>;

/** The reads of what tidies up: by place in the bucket, by age in the trash, by owner. */
export function furtherReads(assets: Collection<AssetDocument>): Reads {
  return {
    listTrashed: async ({ before, limit }) => {
      const old = { status: 'READY', trashedAt: { $lt: before } } as const;
      return (await assets.find(old).sort({ trashedAt: 1 }).limit(limit).toArray()).map(toAsset);
    },
    listEnded: async ({ before, limit }) => {
      const over = { status: 'READY', endsAt: { $lt: before } } as const;
      return (await assets.find(over).sort({ endsAt: 1 }).limit(limit).toArray()).map(toAsset);
    },
    listByPlace: async ({ after, upTo, limit }) => {
      const range = { $gt: after, ...(upTo === undefined ? {} : { $lte: upTo }) };
      return (await assets.find({ objectKey: range }).sort({ objectKey: 1 }).limit(limit).toArray()).map(toAsset);
    },
    findByPlace: async (objectKeys) =>
      (await assets.find({ objectKey: { $in: [...objectKeys] } }).toArray()).map(toAsset),
    listAlive: async (ownerId, limit) => {
      const alive = { ownerId, status: { $in: ['AWAITING_UPLOAD', 'SCANNING', 'READY'] } } as const;
      return (await assets.find(alive).limit(limit).toArray()).map(toAsset);
    },
  };
}

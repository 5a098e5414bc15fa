import type { Blobs } from '@modu/blobs';
import type { ServiceCaller } from '@modu/network';
import type { Db } from 'mongodb';
import type { AssetsDeps } from './operations/deps.ts';
import { createAssetStore } from './store/asset-store.ts';
import { createQuotaReader } from './store/billing-client.ts';
import { openCollections } from './store/collections.ts';
import { createStorageStore } from './store/storage-store.ts';
import { createSweepStore } from './store/sweep-store.ts';

interface Foundations {
  readonly db: Db;
  readonly blobs: Blobs;
  readonly caller: ServiceCaller;
  readonly sizeBytesMax: number;
  now?(): Date;
}

/** Builds what operations work on from the real database, bucket and neighbours. */
export async function createAssetsDeps({ db, blobs, caller, sizeBytesMax, now }: Foundations): Promise<AssetsDeps> {
  const { assets, storage } = await openCollections(db);
  return {
    assets: createAssetStore(assets),
    sweeps: createSweepStore(assets),
    storage: createStorageStore(storage),
    quota: createQuotaReader(caller),
    blobs,
    sizeBytesMax,
    now: now ?? (() => new Date()),
  };
}

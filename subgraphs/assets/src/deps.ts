import type { Blobs } from '@modu/blobs';
import type { ServiceCaller } from '@modu/network';
import { createBell } from '@modu/rounds';
import type { Db } from 'mongodb';
import { HELD_BYTES_MAX } from './domain/content-limits.ts';
import type { AssetsDeps } from './operations/deps.ts';
import type { Scanner } from './store/scanner.ts';
import { createAssetStore } from './store/asset-store.ts';
import { createCopyStore } from './store/copy-store.ts';
import { createQuotaReader } from './store/billing-client.ts';
import { createDepartedStore } from './store/departed-store.ts';
import { createPreviewStore } from './store/preview-store.ts';
import { createRecordStore } from './store/record-store.ts';
import { createDueStore } from './store/due-store.ts';
import { createOrphanStore } from './store/orphan-store.ts';
import { openCollections } from './store/collections.ts';
import { createStorageStore } from './store/storage-store.ts';
import { createSweepStore } from './store/sweep-store.ts';
import { createWalkStore } from './store/walk-store.ts';

/** These are read through in the bucket, for as long as that takes. */
const LARGE = { sizeBytes: { $gt: HELD_BYTES_MAX } };
/** Pages are drawn and recordings decoded, in processes of their own. */
const NO_PICTURE = { contentType: { $not: /^image\// } };

interface Foundations {
  readonly db: Db;
  readonly blobs: Blobs;
  readonly caller: ServiceCaller;
  readonly sizeBytesMax: number;
  readonly scanner?: Scanner;
  now?(): Date;
}

/** Builds what operations work on from the real database, bucket and neighbours. */
export function createAssetsDeps(foundations: Foundations): AssetsDeps {
  const { db, blobs, caller, sizeBytesMax, scanner, now } = foundations;
  const { assets, storage, orphans, copies, walks } = openCollections(db);
  return {
    assets: createAssetStore(assets),
    sweeps: createSweepStore(assets),
    previews: createPreviewStore(assets),
    records: createRecordStore(assets),
    departed: createDepartedStore(storage),
    checks: createDueStore(assets, { status: 'SCANNING', at: 'checkAt', tries: 'checkTries', slow: LARGE }),
    derivations: createDueStore(assets, { status: 'READY', at: 'deriveAt', tries: 'deriveTries', slow: NO_PICTURE }),
    backfills: createDueStore(assets, { status: 'READY', at: 'backfillAt', tries: 'deriveTries', slow: NO_PICTURE }),
    orphans: createOrphanStore(orphans),
    copies: createCopyStore(copies),
    walks: createWalkStore(walks),
    checkBell: createBell(),
    deriveBell: createBell(),
    ...(scanner ? { scanner } : {}),
    storage: createStorageStore(storage),
    quota: createQuotaReader(caller),
    blobs,
    sizeBytesMax,
    now: now ?? (() => new Date()),
  };
}

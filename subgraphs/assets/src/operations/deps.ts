import type { Blobs } from '@modu/blobs';
import type { Bell } from '@modu/rounds';
import type { CopyStore } from '../store/copy-store.ts';
import type { AssetStore } from '../store/asset-store.ts';
import type { QuotaReader } from '../store/billing-client.ts';
import type { StorageStore } from '../store/storage-store.ts';
import type { DueStore } from '../store/due-store.ts';
import type { OrphanStore } from '../store/orphan-store.ts';
import type { SweepStore } from '../store/sweep-store.ts';
import type { DepartedStore } from '../store/departed-store.ts';
import type { PreviewStore } from '../store/preview-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { WalkStore } from '../store/walk-store.ts';

import type { Scanner } from '../store/scanner.ts';

/** What operations work on. One of it per process. */
export interface AssetsDeps {
  /** Uploads that wait for their check. */
  readonly checks: DueStore;
  /** Files that wait for their preview. */
  readonly derivations: DueStore;
  /** Older files that wait for one. */
  readonly backfills: DueStore;
  readonly orphans: OrphanStore;
  /** What is made of pictures for one place of the bucket. */
  readonly copies: CopyStore;
  /** Where the walk through the bucket stands. */
  readonly walks: WalkStore;
  /** Rings when an upload begins to wait for its check. */
  readonly checkBell: Bell;
  /** Rings when a file may need a preview. */
  readonly deriveBell: Bell;
  readonly scanner?: Scanner;
  readonly assets: AssetStore;
  readonly sweeps: SweepStore;
  readonly previews: PreviewStore;
  /** Records whose bytes are gone. */
  readonly records: RecordStore;
  /** People whose account has gone. */
  readonly departed: DepartedStore;
  readonly storage: StorageStore;
  readonly quota: QuotaReader;
  readonly blobs: Blobs;
  readonly sizeBytesMax: number;
  now(): Date;
}

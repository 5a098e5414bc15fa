import type { Bell } from '@modu/rounds';
import type { ActivityStore } from '../store/activity-store.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import type { AssetsClient } from '../store/assets-client.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { ChoreStore } from '../store/chore-store.ts';
import type { CountCareStore } from '../store/count-care-store.ts';
import type { CountStore } from '../store/count-store.ts';
import type { DepartureStore } from '../store/departure-store.ts';
import type { GuessLimit } from '../store/guess-limit.ts';
import type { ImageList } from '../store/image-list.ts';
import type { ImageStore } from '../store/image-store.ts';
import type { LineageStore } from '../store/lineage-store.ts';
import type { Passwords } from '../store/passwords.ts';
import type { PurgeStore } from '../store/purge-store.ts';
import type { ShareStore } from '../store/share-store.ts';

/** What operations work on. One of it per process. */
export interface GalleryDeps {
  readonly images: ImageStore;
  readonly list: ImageList;
  readonly counts: CountStore;
  readonly countCare: CountCareStore;
  readonly lineage: LineageStore;
  readonly purges: PurgeStore;
  readonly departures: DepartureStore;
  readonly activity: ActivityStore;
  readonly archives: ArchiveStore;
  /** Rings when there is an archive to pack. */
  readonly archiveBell: Bell;
  /** What is to be seen to in the bucket beside the pictures. */
  readonly chores: ChoreStore;
  /** Rings when something of that is due. */
  readonly choreBell: Bell;
  readonly boards: BoardStore;
  readonly shares: ShareStore;
  readonly guesses: GuessLimit;
  readonly passwords: Passwords;
  readonly assets: AssetsClient;
  /** Where people reach the studio: share links begin with it. */
  readonly publicUrl: string;
  now(): Date;
}

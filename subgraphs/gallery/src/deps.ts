import { createBell } from '@modu/rounds';
import type { GalleryDeps } from './operations/deps.ts';
import type { AssetsClient } from './store/assets-client.ts';
import { createActivityStore } from './store/activity-store.ts';
import { createArchiveStore } from './store/archive-store.ts';
import { createBoardStore } from './store/board-store.ts';
import { createChoreStore } from './store/chore-store.ts';
import { createCountCareStore } from './store/count-care-store.ts';
import { createCountStore } from './store/count-store.ts';
import type { GalleryDatabase } from './store/database.ts';
import { createDepartureStore } from './store/departure-store.ts';
import { createGuessLimit } from './store/guess-limit.ts';
import { createImageList } from './store/image-list.ts';
import { createImageStore } from './store/image-store.ts';
import { createLineageStore } from './store/lineage-store.ts';
import { passwords } from './store/passwords.ts';
import { createPurgeStore } from './store/purge-store.ts';
import { createShareStore } from './store/share-store.ts';

interface Foundations {
  readonly database: GalleryDatabase;
  readonly assets: AssetsClient;
  readonly publicUrl: string;
  readonly now?: () => Date;
}

/** All that operations work on, over one database. */
export function createGalleryDeps({ database, assets, publicUrl, now = () => new Date() }: Foundations): GalleryDeps {
  return {
    images: createImageStore(database),
    list: createImageList(database),
    counts: createCountStore(database),
    countCare: createCountCareStore(database),
    lineage: createLineageStore(database),
    purges: createPurgeStore(database),
    departures: createDepartureStore(database),
    activity: createActivityStore(database),
    archives: createArchiveStore(database),
    archiveBell: createBell(),
    chores: createChoreStore(database),
    choreBell: createBell(),
    boards: createBoardStore(database),
    shares: createShareStore(database),
    guesses: createGuessLimit(database),
    passwords,
    publicUrl,
    assets,
    now,
  };
}

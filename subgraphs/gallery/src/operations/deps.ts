import type { AssetsClient } from '../store/assets-client.ts';
import type { CountStore } from '../store/count-store.ts';
import type { ImageList } from '../store/image-list.ts';
import type { ImageStore } from '../store/image-store.ts';
import type { PurgeStore } from '../store/purge-store.ts';

/** What operations work on. One of it per process. */
export interface GalleryDeps {
  readonly images: ImageStore;
  readonly list: ImageList;
  readonly counts: CountStore;
  readonly purges: PurgeStore;
  readonly assets: AssetsClient;
  now(): Date;
}

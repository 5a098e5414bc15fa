import type { AssetsClient } from '../store/assets-client.ts';
import type { ImageStore } from '../store/image-store.ts';

/** What operations work on. One of it per process. */
export interface GalleryDeps {
  readonly images: ImageStore;
  readonly assets: AssetsClient;
}

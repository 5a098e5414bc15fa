import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { GalleryDeps } from './deps.ts';

const IMAGES_AT_ONCE = 200;

/**
 * Removes what a person had here, for an account that has gone: pictures, links to them, boards. Asked again it goes on.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function removeGalleryOf(
  ownerId: string,
  {
    viewer,
    deps,
    signal,
  }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'departures'>; readonly signal: AbortSignal },
): Promise<void> {
  assertService(viewer);
  let removed: number;
  do {
    signal.throwIfAborted();
    removed = await deps.departures.removeImages(ownerId, IMAGES_AT_ONCE);
  } while (removed === IMAGES_AT_ONCE);
  await deps.departures.removeRest(ownerId);
}

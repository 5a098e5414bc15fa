import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { GalleryDeps } from './deps.ts';

const CHANGES_AT_ONCE = 100;
const BATCHES_MAX = 50;

/**
 * Takes out counts that came to nothing, such as those of a tag or a word that no picture has any more; so many in a round, the next
 * one goes on. Safe in many processes at once: a crash leaves the notes where they were.
 */
export async function pruneCounts(
  { countCare }: Pick<GalleryDeps, 'countCare'>,
  { signal }: { readonly signal: AbortSignal },
): Promise<void> {
  for (let batch = 0; batch < BATCHES_MAX && !signal.aborted; batch += 1) {
    if (!(await countCare.removeEmpty(CHANGES_AT_ONCE))) return;
  }
}

/**
 * Counts a person's pictures anew, by day, model, shape, tag, size and word. For after work by hand on the database; the gallery
 * goes on meanwhile.
 * @returns how many counts were wrong.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function recountGalleryOf(
  ownerId: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'countCare'> },
): Promise<number> {
  assertService(viewer);
  return deps.countCare.recount(ownerId);
}

import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Logger } from '@modu/logger';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseIds } from '../domain/image-changes.ts';
import type { Image } from '../domain/image.ts';
import type { GalleryDeps } from './deps.ts';

/** So long a picture waits in the trash. */
export const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;
const MARKED_AT_ONCE = 1_000;
const PURGED_AT_ONCE = 50;

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'purges' | 'now'>;
}

/**
 * Deletes pictures in the trash for good. They are gone at once; their files are removed by a task soon after.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function purgeImages(
  wanted: readonly string[],
  { viewer, deps }: Asking,
): Promise<{ readonly ids: readonly string[]; readonly missingIds: readonly string[] } | Refusal> {
  const ownerId = requireUser(viewer);
  const ids = parseIds(wanted);
  if (isRefusal(ids)) return ids;
  const marked = await deps.purges.mark({ ownerId, ids }, deps.now());
  return { ids: marked, missingIds: wanted.filter((id) => !marked.includes(id.toLowerCase())) };
}

/**
 * Deletes for good what is in the viewer's trash by now, in parts that are each quick: a large trash takes longer than one
 * statement may, and one that is broken off goes on where it was when it is asked again.
 * @returns how many pictures that were.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function emptyTrash({ viewer, deps }: Asking): Promise<number> {
  const [ownerId, now] = [requireUser(viewer), deps.now()];
  for (let count = 0; ;) {
    const { found, marked } = await deps.purges.markSome(ownerId, { now, limit: MARKED_AT_ONCE });
    count += marked;
    if (found < MARKED_AT_ONCE) return count;
  }
}

/**
 * One round of what ends the pictures' stay in the trash. Files first, then the row: whatever a crash leaves, the next
 * round finds the row and ends it. Safe in many processes at once.
 * @returns how many pictures were removed.
 */
export async function purgeTrash(
  deps: Pick<GalleryDeps, 'purges' | 'assets' | 'now'>,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): Promise<number> {
  const now = deps.now();
  const cutoff = new Date(now.getTime() - TRASH_DAYS * DAY_MS);
  let marked: number;
  do marked = await deps.purges.markExpired(cutoff, { now, limit: MARKED_AT_ONCE });
  while (marked === MARKED_AT_ONCE && !signal.aborted);
  for (let purged = 0; ;) {
    const batch = await deps.purges.listMarked(PURGED_AT_ONCE);
    let failed = 0;
    for (const image of batch) {
      if (signal.aborted) return purged;
      if (await purgeOne(image, deps, { logger, signal })) purged++;
      else failed++;
    }
    // A batch that failed whole would come again and again: the next round tries it.
    if (batch.length < PURGED_AT_ONCE || failed === batch.length) return purged;
  }
}

async function purgeOne(
  { id, ownerId, assetId, thumbnailAssetId }: Image,
  { purges, assets, now }: Pick<GalleryDeps, 'purges' | 'assets' | 'now'>,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): Promise<boolean> {
  try {
    for (const file of [assetId, thumbnailAssetId]) await assets.removeFile(file, { ownerId, signal });
    await purges.remove(id);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    logger.warn({ err: error, imageId: id }, 'the files of a picture could not be removed; they are tried again');
    await purges.postpone(id, now());
    return false;
  }
}

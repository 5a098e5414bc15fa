import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseIds } from '../domain/image-changes.ts';
import type { GalleryDeps } from './deps.ts';

const MARKED_AT_ONCE = 1_000;

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

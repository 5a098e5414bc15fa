import { isId } from '@modu/ids';
import { assertService, requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { makeMosaic } from '../derivation/mosaic.ts';
import { COVER_SOURCES_MAX, coverKeyOf } from '../domain/copy.ts';
import type { AssetsDeps } from './deps.ts';
import { makeCopy } from './make-copy.ts';

interface Cover {
  readonly boardId: string;
  /** Thumbnails that it shows, the first one first; none, and there is no cover. */
  readonly thumbnailIds: readonly string[];
}

/**
 * Makes the cover of a board of whom the service acts for, or removes it. Repeating it makes nothing twice.
 * @returns false when another is at it: ask again.
 * @throws AccessError to everyone but a service that acts for the board's owner; RangeError for more pictures than one shows.
 */
export async function makeCover(
  { boardId, thumbnailIds }: Cover,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<AssetsDeps, 'assets' | 'blobs' | 'copies' | 'now'> },
): Promise<boolean> {
  assertService(viewer);
  const ownerId = requireUser(viewer, 'files');
  if (!isId(boardId) || thumbnailIds.length > COVER_SOURCES_MAX) throw new RangeError('This is no cover of a board.');
  const key = coverKeyOf(ownerId, boardId);
  return makeCopy({ key, ownerId, sources: thumbnailIds, contentType: 'image/webp', make: makeMosaic }, deps);
}

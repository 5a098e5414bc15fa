import { assertService, requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { makePlainPng } from '../derivation/plain-png.ts';
import { isMadeOf, isTokenHash, sharedKeyOf } from '../domain/copy.ts';
import type { AssetsDeps } from './deps.ts';
import { makeCopy, removeCopy } from './make-copy.ts';

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<AssetsDeps, 'assets' | 'blobs' | 'copies' | 'now'>;
}

interface SharedPicture {
  /** What is kept of the link's token. */
  readonly tokenHash: string;
  /** The picture; none, and the link has no copy. */
  readonly assetId: string | null;
}

/**
 * Makes the copy that a share link of whom the service acts for gives out, or removes it. Repeating it makes nothing twice.
 * @returns false when another is at it: ask again.
 * @throws AccessError to everyone but a service that acts for the link's owner; RangeError for what is no hash of a token.
 */
export async function makeSharedCopy(
  { tokenHash, assetId }: SharedPicture,
  { viewer, deps }: Asking,
): Promise<boolean> {
  const { key, ownerId } = placeOf(tokenHash, viewer);
  if (assetId === null) return removeCopy({ key, ownerId }, deps);
  return makeCopy({ key, ownerId, sources: [assetId], contentType: 'image/png', make: makePlainPng }, deps);
}

/** Signs links to the copy of a share link, once it is there and made of this picture. @throws as above. */
export async function signSharedCopy(
  { tokenHash, assetId, expiresInSeconds }: SharedPicture & { readonly expiresInSeconds: number },
  { viewer, deps }: Asking,
): Promise<{ readonly url: string; readonly downloadUrl: string } | null> {
  const { key, ownerId } = placeOf(tokenHash, viewer);
  const copy = await deps.copies.find(key);
  if (assetId === null || copy?.ownerId !== ownerId || !isMadeOf(copy, [assetId])) return null;
  const link = { key, filename: 'picture.png', contentType: 'image/png', expiresInSeconds };
  const [url, downloadUrl] = await Promise.all([
    deps.blobs.presignGet(link),
    deps.blobs.presignGet({ ...link, download: true }),
  ]);
  return { url, downloadUrl };
}

function placeOf(tokenHash: string, viewer: Viewer): { readonly key: string; readonly ownerId: string } {
  assertService(viewer);
  const ownerId = requireUser(viewer, 'files');
  if (!isTokenHash(tokenHash)) throw new RangeError('This is no hash of a token.');
  return { key: sharedKeyOf(tokenHash), ownerId };
}

import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { countedBytes } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { findOwnAsset } from './find-own-asset.ts';
import { mayManage } from '../domain/access.ts';
import { removeBytes } from './remove-bytes.ts';

interface Deletion {
  readonly id: string;
  /** Past the trash, where one cannot come back from. */
  readonly isForever: boolean;
}

/**
 * Puts a file into the trash, where it stays for 30 days and counts as used; or removes it for good: its bytes and its
 * space at once. Files of pictures know no trash, their gallery has its own. Repeating it is fine.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function deleteAsset(
  { id, isForever }: Deletion,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<{ readonly id: string } | Refusal> {
  requireUser(viewer, 'files');
  const asset = await findOwnAsset(id, { viewer, deps });
  if (!asset || !mayManage(viewer, asset)) return refuse('NOT_FOUND', 'asset.unknown', { path: ['id'] });
  switch (asset.status) {
    case 'READY':
      if (isForever || viewer.kind === 'service' || asset.purpose !== 'FILE') return removeReady(asset, deps);
      await deps.assets.setTrashed(asset, asset.trashedAt ?? deps.now());
      return { id };
    case 'DELETED':
      if (asset.departure)
        await deps.storage.depart(asset.ownerId, { token: asset.departure, bytes: countedBytes(asset) });
      return { id };
    case 'REJECTED':
      return refuse('NOT_FOUND', 'asset.unknown', { path: ['id'] });
    case 'SCANNING':
    case 'AWAITING_UPLOAD':
      return refuse('CONFLICT', 'asset.unfinished', { path: ['id'] });
  }
}

/**
 * Takes a file out of the trash.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function restoreAsset(
  id: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<Asset | Refusal> {
  requireUser(viewer, 'files');
  const asset = await findOwnAsset(id, { viewer, deps });
  const restored = asset?.status === 'READY' ? await deps.assets.setTrashed(asset, undefined) : undefined;
  return restored ?? refuse('NOT_FOUND', 'asset.unknown', { path: ['id'] });
}

/**
 * The departure is noted in the storage account first and named in the record by its token: whoever finds one without the
 * other, after a crash, knows what is left to do (`settleMove`). With `trashedBefore` a file that somebody has taken out of
 * the trash meanwhile stays.
 */
export async function removeReady(
  asset: Asset,
  deps: AssetsDeps,
  { trashedBefore }: { readonly trashedBefore?: Date } = {},
): Promise<{ readonly id: string }> {
  const { id, ownerId, reservation } = asset;
  const bytes = countedBytes(asset);
  // A crash may have left the arrival unsettled; bytes must be used before they can leave.
  await deps.storage.settle(ownerId, { token: reservation, bytes });
  const departure = createId();
  await deps.storage.announceDeparture(ownerId, { token: departure, assetId: id, bytes, at: deps.now() });
  const expected = { ...asset, ...(trashedBefore ? { trashedBefore } : {}) };
  const deleted = await deps.assets.markDeleted(expected, { departure, now: deps.now() });
  if (!deleted) {
    await deps.storage.cancelDeparture(ownerId, departure);
    return { id };
  }
  await deps.storage.depart(ownerId, { token: departure, bytes });
  await removeBytes(deleted, deps);
  return { id };
}

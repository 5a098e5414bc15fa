import type { Asset, Rejection } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { removeBytes } from './remove-bytes.ts';

/**
 * Ends a draft: REJECTED, its reservation given back, its bytes removed. @returns false when it was not a draft any more.
 */
export async function rejectUpload(
  asset: Asset,
  rejection: Rejection,
  deps: Pick<AssetsDeps, 'assets' | 'storage' | 'sweeps' | 'blobs' | 'now'>,
  { expiredBefore }: { readonly expiredBefore?: Date } = {},
): Promise<boolean> {
  const expected = { ...asset, status: 'AWAITING_UPLOAD', ...(expiredBefore ? { expiredBefore } : {}) } as const;
  const rejected = await deps.assets.markRejected(expected, { rejection, now: deps.now() });
  if (!rejected) return false;
  await deps.storage.giveBack(asset.ownerId, { token: asset.reservation, bytes: asset.sizeBytes });
  await removeBytes(rejected, deps);
  return true;
}

import { countedBytes } from '../domain/asset.ts';
import type { Asset, Rejection } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { removeBytes } from './remove-bytes.ts';

/**
 * Ends a draft, or an upload that waits for its check: REJECTED, its reservation given back, its bytes removed. @returns false when it was not so any more.
 */
export async function rejectUpload(
  asset: Asset,
  rejection: Rejection,
  deps: Pick<AssetsDeps, 'assets' | 'storage' | 'sweeps' | 'blobs' | 'now'>,
  { expiredBefore }: { readonly expiredBefore?: Date } = {},
): Promise<boolean> {
  const expected = { ...asset, ...(expiredBefore ? { expiredBefore } : {}) };
  const rejected = await deps.assets.markRejected(expected, { rejection, now: deps.now() });
  if (!rejected) return false;
  await deps.storage.giveBack(asset.ownerId, { token: asset.reservation, bytes: countedBytes(asset) });
  await removeBytes(rejected, deps);
  return true;
}

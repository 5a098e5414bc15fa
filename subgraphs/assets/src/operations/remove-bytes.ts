import { COMPLETION_GRACE_MS } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import { derivedKeysOf } from '../domain/preview.ts';
import type { AssetsDeps } from './deps.ts';

/** What the bucket does not let go of is tried again after so long. */
const RETRY_MS = 10 * 60_000;

/**
 * Removes the bytes of a rejected or deleted asset. While its ticket may still be used they are looked for once more
 * after its end. A lease keeps the asset from being revived meanwhile, so no live file is ever removed.
 * @returns false when somebody else is at it.
 */
export async function removeBytes(
  asset: Asset,
  { sweeps, blobs, now }: Pick<AssetsDeps, 'sweeps' | 'blobs' | 'now'>,
): Promise<boolean> {
  const lease = await sweeps.lease(asset.id, now());
  if (!lease) return false;
  try {
    if (asset.multipart) await blobs.abortMultipart({ key: asset.objectKey, uploadId: asset.multipart.uploadId });
    await blobs.remove(asset.objectKey);
    await removeDerived(asset, { blobs });
  } catch (error) {
    // Behind all others that are due: what the bucket never lets go of must not be the first of every round. The lease stays: a
    // removal that was not answered may still come to pass, and must find no file that was revived.
    await sweeps.postpone(asset.id, { lease, until: new Date(now().getTime() + RETRY_MS) });
    throw error;
  }
  const quiet = new Date(asset.expiresAt.getTime() + COMPLETION_GRACE_MS);
  await sweeps.finish(asset.id, { lease, ...(now() < quiet ? { again: quiet } : {}) });
  return true;
}

/** Removes what was derived from a file; what is not there is no fault. */
export async function removeDerived(
  asset: Pick<Asset, 'purpose' | 'contentType' | 'objectKey'>,
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<void> {
  for (const key of derivedKeysOf(asset)) await blobs.remove(key);
}

import { AccessError } from '@modu/errors';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AssetsDeps } from './deps.ts';

export interface StorageFigures {
  readonly usedBytes: number;
  readonly reservedBytes: number;
  readonly quotaBytes: number;
  /** More is kept than allowed: everything stays readable, nothing can be added. */
  readonly overQuota: boolean;
}

/**
 * Bytes kept, promised and allowed, of the viewer themself.
 * @throws AccessError FORBIDDEN for anybody else's.
 */
export async function readStorage(
  userId: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<AssetsDeps, 'storage' | 'quota'> },
): Promise<StorageFigures> {
  if (actsFor(viewer) !== userId) throw new AccessError('FORBIDDEN', 'Only the person themself may see this.');
  const [account, quotaBytes] = await Promise.all([deps.storage.find(userId), deps.quota.quotaBytesOf(userId)]);
  const usedBytes = account?.usedBytes ?? 0;
  return { usedBytes, reservedBytes: account?.reservedBytes ?? 0, quotaBytes, overQuota: usedBytes > quotaBytes };
}

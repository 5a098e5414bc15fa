import type { StorageClient } from '../store/storage-client.ts';
import { listStandings } from '../store/standing-store.ts';
import type { Ledger } from '../store/ledger.ts';

/**
 * Warns a person whose files take more room than their plan has since it changed. Files stay; nothing new can be added.
 * Looks at how things are now: whoever has room again is left in peace. @returns whether there was reason to.
 */
export async function warnStorage(
  { ledger, storage }: { readonly ledger: Ledger; readonly storage: StorageClient },
  userId: string,
): Promise<boolean> {
  const [standing] = await listStandings(ledger.pool, [userId]);
  if (!standing) return false;
  const quotaBytes = standing.terms.storageBytes;
  const usedBytes = await storage.usedBytesOf(userId);
  if (usedBytes <= quotaBytes) return false;
  await storage.warn({ userId, usedBytes, quotaBytes });
  return true;
}

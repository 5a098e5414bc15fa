import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId } from '@modu/ids';
import type { AssetsDeps } from './deps.ts';

const RETRY_MS = 60_000;

/** Sets bytes aside in the owner's account, or refuses. @returns the token of the reservation. */
export async function reserveStorage(
  { ownerId, assetId, bytes }: { readonly ownerId: string; readonly assetId: string; readonly bytes: number },
  { storage, quota, now }: Pick<AssetsDeps, 'storage' | 'quota' | 'now'>,
): Promise<string | Refusal> {
  const token = createId();
  // What takes no room is kept for those too who keep more than they may.
  const quotaBytes = bytes === 0 ? Number.MAX_SAFE_INTEGER : await quota.quotaBytesOf(ownerId);
  const outcome = await storage.reserve(ownerId, { token, assetId, bytes, at: now(), quotaBytes });
  switch (outcome) {
    case 'RESERVED':
      return token;
    case 'TOO_MANY':
      return refuse('RATE_LIMITED', 'upload.tooManyOpen', { retryAfterMs: RETRY_MS });
    case 'FULL': {
      const account = await storage.find(ownerId);
      const free = Math.max(0, quotaBytes - (account?.usedBytes ?? 0) - (account?.reservedBytes ?? 0));
      const freeMegabytes = Math.floor(free / 1_000_000);
      return refuse('QUOTA_EXCEEDED', 'upload.quota', { path: ['input', 'sizeBytes'], params: { freeMegabytes } });
    }
  }
}

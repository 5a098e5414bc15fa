import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ApiKey } from '../domain/api-key.ts';
import type { User } from '../domain/user.ts';
import type { ApiKeyStore } from '../store/api-key-store.ts';
import type { UserStore } from '../store/user-store.ts';

/** For the gateway: whose key this is and what it may do; null for one that is unknown or over, alike. */
export async function verifyApiKey(
  { apiKeys, users }: { readonly apiKeys: ApiKeyStore; readonly users: UserStore },
  viewer: Viewer,
  hash: string,
): Promise<{ readonly apiKey: ApiKey; readonly user: User } | null> {
  assertService(viewer);
  const apiKey = await apiKeys.findByHash(hash);
  const now = new Date();
  if (!apiKey || (apiKey.expiresAt && apiKey.expiresAt <= now)) return null;
  const [user] = await users.listByIds([apiKey.userId]);
  if (!user) return null;
  await apiKeys.markUsed(apiKey.id, now);
  return { apiKey, user };
}

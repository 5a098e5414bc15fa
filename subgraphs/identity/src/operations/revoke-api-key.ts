import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ApiKeyStore } from '../store/api-key-store.ts';
import type { TellRevoked } from './tell-revoked.ts';

/** Ends a key of the person who asks; what is open for it closes at once. */
export async function revokeApiKey(
  { apiKeys, tellRevoked }: { readonly apiKeys: ApiKeyStore; readonly tellRevoked: TellRevoked },
  viewer: Viewer,
  id: string,
): Promise<{ readonly id: string } | Refusal> {
  const userId = requireUser(viewer);
  if (!(await apiKeys.delete({ id, userId }))) return refuse('NOT_FOUND', 'apiKey.notFound', { path: ['id'] });
  await tellRevoked({ userId, apiKeyId: id });
  return { id };
}

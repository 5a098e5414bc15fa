import { AccessError } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import { maySeeAccess } from '../domain/access.ts';
import type { ApiKey } from '../domain/api-key.ts';
import type { ApiKeyStore } from '../store/api-key-store.ts';

/** The keys of a person, the latest first. */
export async function listApiKeys(apiKeys: ApiKeyStore, viewer: Viewer, userId: string): Promise<ApiKey[]> {
  if (!maySeeAccess(viewer, userId))
    throw new AccessError('FORBIDDEN', 'These keys are for the person themself to see.');
  return apiKeys.listByUser(userId);
}

import type { IdentityContext } from '../context.ts';
import { listApiKeys } from '../operations/list-api-keys.ts';
import { listSessions } from '../operations/list-sessions.ts';

interface UserRef {
  readonly id: string;
}

export const User = {
  __resolveReference: ({ id }: UserRef, { userLoader }: IdentityContext) => userLoader.load(id),
  avatar: ({ avatarAssetId }: { readonly avatarAssetId: string | null }) =>
    avatarAssetId ? { id: avatarAssetId } : null,
  hasPassword: ({ id }: UserRef, _: unknown, { passwordLoader }: IdentityContext) => passwordLoader.load(id),
  graceDays: (_: unknown, __: unknown, { terms }: IdentityContext) => terms.graceDays,
  apiKeys: ({ id }: UserRef, _: unknown, { apiKeys, viewer }: IdentityContext) => listApiKeys(apiKeys, viewer, id),
  sessions: ({ id }: UserRef, _: unknown, { sessions, viewer }: IdentityContext) => listSessions(sessions, viewer, id),
};

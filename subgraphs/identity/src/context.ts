import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { User } from './domain/user.ts';
import type { PostOffice } from './mail/post-office.ts';
import type { AccountTerms } from './operations/delete-account.ts';
import { readUsers } from './operations/read-users.ts';
import type { TellRevoked } from './operations/tell-revoked.ts';
import type { FindOwnFile } from './store/assets-client.ts';
import type { IdentityStore } from './store/database.ts';
import type { AccountStore } from './store/account-store.ts';
import type { ApiKeyStore } from './store/api-key-store.ts';
import type { RevocationStore } from './store/revocation-store.ts';
import type { SessionStore } from './store/session-store.ts';
import type { UserStore } from './store/user-store.ts';

export interface IdentityContext extends BaseContext {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly apiKeys: ApiKeyStore;
  readonly accounts: AccountStore;
  readonly revocations: RevocationStore;
  readonly tellRevoked: TellRevoked;
  readonly office: PostOffice;
  readonly findOwnFile: FindOwnFile;
  readonly terms: AccountTerms;
  readonly userLoader: DataLoader<string, User | null>;
  /** Whether a person has a password; asked only of people whom the viewer may see. */
  readonly passwordLoader: DataLoader<string, boolean>;
}

/** What outlives requests. */
export type IdentityParts = Pick<IdentityStore, 'users' | 'sessions' | 'apiKeys' | 'accounts' | 'revocations'> &
  Pick<IdentityContext, 'tellRevoked' | 'office' | 'findOwnFile' | 'terms'>;

const BATCH_MAX = 200;

/** What one request needs; its loader sees people with the eyes of its viewer. */
export function createIdentityContext(base: BaseContext, parts: IdentityParts): IdentityContext {
  const userLoader = new DataLoader<string, User | null>((ids) => readUsers(parts.users, base.viewer, ids), {
    maxBatchSize: BATCH_MAX,
  });
  const passwordLoader = new DataLoader<string, boolean>(
    async (ids) => {
      const known = new Set(await parts.users.listWithPassword(ids));
      return ids.map((id) => known.has(id));
    },
    { maxBatchSize: BATCH_MAX },
  );
  return { ...parts, ...base, userLoader, passwordLoader };
}

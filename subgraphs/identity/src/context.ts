import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { User } from './domain/user.ts';
import { readUsers } from './operations/read-users.ts';
import type { IdentityStore } from './store/database.ts';
import type { SessionStore } from './store/session-store.ts';
import type { UserStore } from './store/user-store.ts';

export interface IdentityContext extends BaseContext {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly userLoader: DataLoader<string, User | null>;
}

const BATCH_MAX = 200;

/** What one request needs; its loader sees people with the eyes of its viewer. */
export function createIdentityContext(
  base: BaseContext,
  { users, sessions }: Pick<IdentityStore, 'users' | 'sessions'>,
): IdentityContext {
  const userLoader = new DataLoader<string, User | null>((ids) => readUsers(users, base.viewer, ids), {
    maxBatchSize: BATCH_MAX,
  });
  return { ...base, users, sessions, userLoader };
}

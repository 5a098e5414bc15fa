import type { ApiKeyStore } from '../store/api-key-store.ts';
import type { SessionStore } from '../store/session-store.ts';
import type { TellRevoked } from './tell-revoked.ts';

/** More places than anybody is signed in at; the list of them shows as many. */
const SESSIONS_MAX = 100;

/** What opens the account of a person, and how it is told that some of it does no more. */
export interface Access {
  readonly sessions: SessionStore;
  readonly apiKeys: ApiKeyStore;
  readonly tellRevoked: TellRevoked;
}

/**
 * Ends every session and every key of a person, for somebody else may have made one. The sessions go first: none is left that
 * could make another key behind us. @returns how many keys there were.
 */
export async function endAccessOf({ sessions, apiKeys, tellRevoked }: Access, userId: string): Promise<number> {
  await endOtherSessions({ sessions, tellRevoked }, { userId, keptId: undefined });
  const apiKeyIds = await apiKeys.deleteAll(userId);
  for (const apiKeyId of apiKeyIds) await tellRevoked({ userId, apiKeyId });
  return apiKeyIds.length;
}

/**
 * Ends every session of a person but one, after every sign-in that was begun: for when the password is another one. Who merely signs
 * out elsewhere ends none of these, or a stranger in a session could keep its owner from a new password for ever.
 */
export async function endOtherSessions(
  { sessions, tellRevoked }: Pick<Access, 'sessions' | 'tellRevoked'>,
  others: { readonly userId: string; readonly keptId: string | undefined },
): Promise<void> {
  const { userId } = others;
  await sessions.deleteProofs(userId);
  for (const sessionId of await sessions.deleteOthers(others)) await tellRevoked({ userId, sessionId });
}

/** Ends the oldest sessions of a person who has signed in more often than anybody needs. */
export async function endOldestSessions(
  { sessions, tellRevoked }: Pick<Access, 'sessions' | 'tellRevoked'>,
  userId: string,
): Promise<void> {
  const ended = await sessions.deleteOldest({ userId, keptMax: SESSIONS_MAX });
  for (const sessionId of ended) await tellRevoked({ userId, sessionId });
}

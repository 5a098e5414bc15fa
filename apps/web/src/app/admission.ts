import { CancelledError } from '@tanstack/react-query';
import { sessionQuery } from '../lib/auth/index.ts';
import type { SessionUser } from '../lib/auth/index.ts';
import { ownedBy } from '../lib/keep/own.ts';
import { readable } from '../lib/way/index.ts';
import { queryClient } from './query-client.ts';

let asked: Promise<boolean> | null = null;

/**
 * Who is here. When somebody else comes or leaves in another tab, all that is known is thrown away, a question on its way with it: a
 * page that waits for the answer is given the new one, not the end of the old.
 */
async function fetchWhoIsHere(): Promise<SessionUser | null> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof CancelledError) return fetchWhoIsHere();
    throw error;
  }
}

/**
 * Whether somebody is signed in, asked once until the session changes: a session that ends in mid-work is renewed in place and must
 * not take the page away.
 */
export const admission = {
  ask: (): Promise<boolean> => {
    asked ??= readable(
      fetchWhoIsHere().then((session) => {
        // Before the page: it shows what the person has begun, and nobody else.
        if (session !== null) ownedBy(session.id);
        return session !== null;
      }),
    );
    return asked;
  },
  forget: (): void => {
    asked = null;
  },
};

import { sessionQuery } from '../lib/auth/index.ts';
import { ownedBy } from '../lib/keep/own.ts';
import { readable } from '../lib/way/index.ts';
import { queryClient } from './query-client.ts';

let asked: Promise<boolean> | null = null;

/**
 * Whether somebody is signed in, asked once until the session changes: a session that ends in mid-work is renewed in place and must
 * not take the page away.
 */
export const admission = {
  ask: (): Promise<boolean> => {
    asked ??= readable(
      queryClient.ensureQueryData(sessionQuery).then((session) => {
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

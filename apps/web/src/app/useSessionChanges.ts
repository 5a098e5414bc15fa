import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionQuery } from '../features/session/index.ts';
import { onSessionChange, signInAgain, tokens } from '../lib/auth/index.ts';
import type { SessionChange } from '../lib/auth/index.ts';
import { forgetOwn } from '../lib/keep/kept-value.ts';
import { endLive } from '../lib/live/index.ts';
import { go } from '../lib/way/index.ts';
import { admission } from './admission.ts';

/**
 * When somebody signs in or out here or in another tab, nothing of the person before stays in memory. A session that ended in
 * mid-work is renewed in place: the page stays as it is, and is read anew once the person is back.
 */
export function useSessionChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const leave = () => {
      if (location.pathname.startsWith('/sign-')) return;
      client.setQueryData(sessionQuery.queryKey, null);
      void go({ to: '/sign-in', search: { next: '/' } }).then(() => client.clear());
    };
    const react: Readonly<Record<SessionChange, () => void>> = {
      expired: () => {
        if (!location.pathname.startsWith('/sign-')) signInAgain.ask();
      },
      renewed: () => {
        signInAgain.done();
        void client.invalidateQueries();
      },
      'signed-in': () => {
        signInAgain.done();
        void endLive();
        admission.forget();
        void client.resetQueries();
      },
      'signed-out': () => {
        signInAgain.done();
        admission.forget();
        void endLive();
        forgetOwn();
        leave();
      },
    };
    return onSessionChange((change) => {
      tokens.forget();
      react[change]();
    });
  }, [client]);
}

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../features/session/index.ts';
import { onSessionChange, signInAgain, tokens } from '../lib/auth/index.ts';
import type { SessionChange } from '../lib/auth/index.ts';
import { forgetOwn } from '../lib/keep/kept-value.ts';
import { endLive } from '../lib/live/index.ts';

/**
 * When somebody signs in or out here or in another tab, nothing of the person before stays in memory. A session that ended in
 * mid-work is renewed in place: the page stays as it is, and is read anew once the person is back.
 */
export function useSessionChanges(): void {
  const client = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    const leave = () => {
      if (router.state.location.pathname.startsWith('/sign-')) return;
      client.setQueryData(sessionQuery.queryKey, null);
      void router.navigate({ to: '/sign-in', search: { next: '/' } }).then(() => client.clear());
    };
    const react: Readonly<Record<SessionChange, () => void>> = {
      expired: () => {
        if (!router.state.location.pathname.startsWith('/sign-')) signInAgain.ask();
      },
      renewed: () => {
        signInAgain.done();
        void client.invalidateQueries();
      },
      'signed-in': () => {
        signInAgain.done();
        void endLive();
        client.removeQueries();
        void router.invalidate();
      },
      'signed-out': () => {
        signInAgain.done();
        void endLive();
        forgetOwn();
        leave();
      },
    };
    return onSessionChange((change) => {
      tokens.forget();
      react[change]();
    });
  }, [client, router]);
}

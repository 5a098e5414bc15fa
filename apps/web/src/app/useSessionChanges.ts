import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSessionChange, signInAgain, tokens } from '../lib/auth/index.ts';
import type { SessionChange } from '../lib/auth/index.ts';
import { forgetOwn, leaving } from '../lib/keep/own.ts';
import { renewLive } from '../lib/live/index.ts';
import { admission } from './admission.ts';
import { isInStudio } from './pages.ts';

/** A page for anybody, as that of a link that was shared, is nobody's to take away. */
const isOfPerson = () => isInStudio(location.pathname);

/**
 * When somebody signs out here or in another tab, the page is left for one that begins anew, so that nothing of them stays in memory.
 * A session that ended in mid-work is renewed in place: the page stays as it is, and is read anew once the person is back. A page for
 * anybody stays in either case, and what else is known is forgotten.
 */
export function useSessionChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    leaving.go = (href) => {
      if (isOfPerson()) return location.assign(href);
      admission.forget();
      client.clear();
    };
    const react: Readonly<Record<SessionChange, () => void>> = {
      expired: () => {
        if (isOfPerson()) signInAgain.ask();
      },
      renewed: () => {
        signInAgain.done();
        // What is open was let in as nobody, or by the session that ended.
        renewLive();
        void client.invalidateQueries();
      },
      'signed-in': () => {
        signInAgain.done();
        renewLive();
        admission.forget();
        void client.resetQueries();
      },
      'signed-out': () => {
        forgetOwn();
        leaving.go('/sign-in?next=/');
      },
    };
    return onSessionChange((change) => {
      tokens.forget();
      react[change]();
    });
  }, [client]);
}

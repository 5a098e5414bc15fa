import { LiveRegion } from '@modu/ui';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { signInAgain } from '../lib/auth/index.ts';
import { loadWords } from '../lib/language/index.ts';
import { Pages } from './Pages.tsx';
import { useRouteFocus } from './useRouteFocus.ts';
import { useSessionChanges } from './useSessionChanges.ts';
import './shell.css';

const SignInAgain = lazy(async () => {
  const [{ SignInAgain }] = await Promise.all([import('./SignInAgain.tsx'), loadWords('session')]);
  return { default: SignInAgain };
});

/** What every page has, signed in or not: the live region, focus that follows the route, and an ear for the session. */
export function RootFrame() {
  useRouteFocus();
  useSessionChanges();
  const isAsked = useSyncExternalStore(signInAgain.subscribe, signInAgain.isAsked);
  return (
    <>
      <Pages />
      {isAsked && (
        <Suspense fallback={null}>
          <SignInAgain />
        </Suspense>
      )}
      <LiveRegion />
    </>
  );
}

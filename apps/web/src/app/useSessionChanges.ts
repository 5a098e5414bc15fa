import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../features/session/index.ts';
import { onSessionChange, tokens } from '../lib/auth/index.ts';
import { forgetOwn } from '../lib/keep/kept-value.ts';
import { endLive } from '../lib/live/index.ts';

/** When somebody signs in or out here or in another tab, nothing of the person before stays in memory. */
export function useSessionChanges(): void {
  const client = useQueryClient();
  const router = useRouter();
  useEffect(
    () =>
      onSessionChange((change) => {
        tokens.forget();
        void endLive();
        if (change === 'signed-out') forgetOwn();
        if (change === 'signed-in') {
          client.removeQueries();
          void router.invalidate();
          return;
        }
        const { href, pathname } = router.state.location;
        if (!pathname.startsWith('/sign-')) {
          const search = change === 'expired' ? ({ next: href, expired: true } as const) : { next: '/' };
          client.setQueryData(sessionQuery.queryKey, null);
          void router.navigate({ to: '/sign-in', search }).then(() => client.clear());
        }
      }),
    [client, router],
  );
}

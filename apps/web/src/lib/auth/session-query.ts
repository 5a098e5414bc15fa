import { queryOptions } from '@tanstack/react-query';
import { fetchSession } from './auth-client.ts';

/** Who is signed in on this browser; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
  // Nobody watches it, and it is looked up as long as the page is open: by the bell, and when the session has ended.
  gcTime: Infinity,
  retry: 1,
});

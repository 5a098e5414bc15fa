import { queryOptions } from '@tanstack/react-query';
import { fetchSession } from '../../../lib/auth/index.ts';

/** Who is signed in on this browser; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
  retry: 1,
});

import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from '../lib/graph/index.ts';

const TRIES = 2;

/** The studio's cache. Only what may help is tried again; a refusal or an ended session is not. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < TRIES && isWorthRetrying(error),
      refetchOnWindowFocus: true,
      gcTime: 10 * 60_000,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

import { useQuery } from '@tanstack/react-query';
import { MeDocument } from '../../../lib/graph/generated/graphql.ts';
import type { MeQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

// Credits are settled and given back a moment after a job has ended; nothing tells when.
const WHILE_HELD_MS = 2_000;

/** The signed-in person with balance and storage; read again whenever a job starts or ends, and while credits are held. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await request(MeDocument, {}, { signal })).me,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (hasHeld(state.data) ? WHILE_HELD_MS : false),
  });
}

function hasHeld(me: MeQuery['me'] | undefined): boolean {
  return me !== undefined && me !== null && me.credits.held > 0;
}

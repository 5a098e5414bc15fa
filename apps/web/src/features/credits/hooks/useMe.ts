import { useQuery } from '@tanstack/react-query';
import { MeDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** The signed-in person with balance and storage; read again whenever a job starts, ends, or has its credits back. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await request(MeDocument, {}, { signal })).me,
    staleTime: 60_000,
  });
}

import { useQuery } from '@tanstack/react-query';
import { AccountDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** The account of the person who is signed in. */
export function useAccount() {
  return useQuery({
    queryKey: ['account'],
    queryFn: async ({ signal }) => (await request(AccountDocument, {}, { signal })).me,
    staleTime: 60_000,
  });
}

import { useQuery } from '@tanstack/react-query';
import { BoardsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** The viewer's boards, in their order. */
export function useBoards({ isWanted = true }: { readonly isWanted?: boolean } = {}) {
  return useQuery({
    queryKey: ['boards'],
    queryFn: async ({ signal }) => (await request(BoardsDocument, {}, { signal })).boards,
    enabled: isWanted,
    staleTime: 30_000,
  });
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { ActivityDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

const PAGE = 40;

/** What happened, newest first, page by page. */
export function useActivity() {
  return useInfiniteQuery({
    queryKey: ['dashboard', 'activity'],
    queryFn: async ({ pageParam, signal }) =>
      (await request(ActivityDocument, { first: PAGE, after: pageParam }, { signal })).activity,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    staleTime: 30_000,
  });
}

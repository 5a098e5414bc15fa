import { useInfiniteQuery } from '@tanstack/react-query';
import { CreditHistoryDocument } from '../../../lib/graph/generated/graphql.ts';
import type { CreditHistoryQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { kindsOf } from '../model/history.ts';
import type { HistoryFilter } from '../model/history.ts';

const PAGE = 50;

export type HistoryEntry = NonNullable<CreditHistoryQuery['me']>['creditHistory']['edges'][number]['node'];

/** The movements of the viewer's credits, newest first. */
export function useCreditHistory(filter: HistoryFilter) {
  const query = useInfiniteQuery({
    queryKey: ['credits', 'history', filter],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { first: PAGE, after: pageParam, kinds: kindsOf(filter) };
      return (await request(CreditHistoryDocument, variables, { signal })).me?.creditHistory ?? null;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    staleTime: 30_000,
  });
  const pages = query.data?.pages;
  const entries: readonly HistoryEntry[] | null =
    pages === undefined ? null : pages.flatMap((page) => page?.edges.map(({ node }) => node) ?? []);
  return { ...query, entries };
}

import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryFilter } from '../model/history.ts';
import { readHistoryPage } from './read-history.ts';
import type { HistoryEntry } from './read-history.ts';

const PAGE = 50;

/** The movements of the viewer's credits, newest first. */
export function useCreditHistory(filter: HistoryFilter) {
  const query = useInfiniteQuery({
    queryKey: ['credits', 'history', filter],
    queryFn: ({ pageParam, signal }) => readHistoryPage({ filter, first: PAGE, after: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    staleTime: 30_000,
  });
  const pages = query.data?.pages;
  const entries: readonly HistoryEntry[] | null =
    pages === undefined ? null : pages.flatMap((page) => page?.edges.map(({ node }) => node) ?? []);
  return { ...query, entries };
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { cutChunks } from '../model/chunks.ts';
import type { Timeline } from '../model/chunks.ts';
import type { WallFilter } from '../model/wall-filter.ts';

/** Who is so many chunks before the end of what is counted has the next days counted. */
const CHUNKS_AHEAD = 30;

/**
 * The wall in outline: how many pictures it holds and in which chunks they are fetched. Of very many that fit a filter the API
 * counts some thousands at a time, the next ones when `reach` comes near their end.
 */
export function useTimeline(
  filter: WallFilter,
  { sort, inPages = false }: { readonly sort: ImageSort; readonly inPages?: boolean },
) {
  const oldestFirst = sort === 'OLDEST';
  const query = useInfiniteQuery({
    queryKey: ['images', 'timeline', filter, oldestFirst],
    queryFn: async ({ signal, pageParam }) => {
      const variables = { ...filter, oldestFirst, after: pageParam };
      return (await request(WallTimelineDocument, variables, { signal })).imageTimeline;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ endCursor }) => endCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const { data, hasNextPage, fetchNextPage, refetch, isFetchNextPageError } = query;
  const isExact = !hasNextPage;
  const chunks = useMemo(
    () => (data ? cutChunks(inOrder(data.pages, sort), { inPages, isExact }) : []),
    [data, sort, inPages, isExact],
  );
  const mayGoOn = hasNextPage && !query.isFetching && !query.isError;
  const reach = useCallback(
    (chunk: number) => {
      if (mayGoOn && chunk >= chunks.length - CHUNKS_AHEAD) void fetchNextPage();
    },
    [mayGoOn, chunks.length, fetchNextPage],
  );
  // The first days that were looked through may have no picture at all.
  const isLooking = hasNextPage && chunks.length === 0;
  useEffect(() => {
    if (isLooking) reach(0);
  }, [isLooking, reach]);
  const totalCount = data?.pages.reduce((sum, page) => sum + page.totalCount, 0) ?? null;
  return {
    ...{ chunks, isExact, reach, isError: query.isError },
    isPending: query.isPending || isLooking,
    totalCount: isLooking ? null : totalCount,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
}

/** The largest come first whatever their day: then the wall is one long stretch. */
function inOrder(pages: readonly Timeline[], sort: ImageSort): Timeline {
  const inOrderOf = <Value>(values: readonly Value[]) => (sort === 'OLDEST' ? values.toReversed() : values);
  const days = pages.flatMap((page) => inOrderOf(page.days));
  const counts = pages.flatMap((page) => inOrderOf(page.counts));
  return sort === 'LARGEST'
    ? { days: [''], counts: [counts.reduce((sum, count) => sum + count, 0)] }
    : { days, counts };
}

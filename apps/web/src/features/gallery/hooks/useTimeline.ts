import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { countedTo } from '../model/beyond.ts';
import { cutTimeline } from '../model/chunks.ts';
import type { WallFilter } from '../model/wall-filter.ts';
import { timelineQuery } from './timeline-query.ts';

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
  const outline = timelineQuery({ filter, sort });
  const query = useInfiniteQuery(outline);
  const { data, hasNextPage, fetchNextPage, refetch, isFetchNextPageError } = query;
  const timesTold = useQueryClient().getQueryState(outline.queryKey)?.dataUpdateCount ?? 0;
  const isExact = !hasNextPage;
  const chunks = useMemo(
    () => (data ? cutTimeline(data.pages, { sort, inPages, isExact }) : []),
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
    ...{ chunks, isExact, reach, error: query.error },
    /** Whether nothing was told anew, since the first of it came. */
    isAsBegun: timesTold <= (data?.pages.length ?? 0),
    /** Where more follow than are counted: the day they are counted to. */
    countedTo: data && !isExact ? countedTo(data.pages, sort) : null,
    isPending: query.isPending || isLooking,
    totalCount: isLooking ? null : totalCount,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
}

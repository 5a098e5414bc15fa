import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { cutChunks } from '../model/chunks.ts';
import type { Timeline } from '../model/chunks.ts';
import type { WallFilter } from '../model/wall-filter.ts';

/** The wall in outline: how many pictures it holds and in which chunks they are fetched. */
export function useTimeline(filter: WallFilter, sort: ImageSort) {
  const query = useQuery({
    queryKey: ['images', 'timeline', filter],
    queryFn: async ({ signal }) => (await request(WallTimelineDocument, filter, { signal })).imageTimeline,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const chunks = useMemo(() => (query.data ? cutChunks(inOrder(query.data, sort)) : []), [query.data, sort]);
  return { ...query, chunks, totalCount: query.data?.totalCount ?? null };
}

/** The largest come first whatever their day: then the wall is one long stretch. */
function inOrder({ days, counts }: Timeline, sort: ImageSort): Timeline {
  if (sort === 'LARGEST') return { days: [''], counts: [counts.reduce((sum, count) => sum + count, 0)] };
  return sort === 'OLDEST' ? { days: days.toReversed(), counts: counts.toReversed() } : { days, counts };
}

import { infiniteQueryOptions } from '@tanstack/react-query';
import { WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { outlineVariables } from '../model/wall-questions.ts';
import type { WallContent } from '../model/wall-questions.ts';

/** The outline of a wall: how many pictures each day holds, of very many some thousands of pictures at a time. */
export function timelineQuery({ filter, sort }: WallContent) {
  const oldestFirst = sort === 'OLDEST';
  return infiniteQueryOptions({
    queryKey: ['images', 'timeline', filter, oldestFirst],
    queryFn: async ({ signal, pageParam }) => {
      const variables = outlineVariables({ filter, sort }, pageParam);
      return (await request(WallTimelineDocument, variables, { signal })).imageTimeline;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ endCursor }) => endCursor,
    staleTime: 30_000,
  });
}

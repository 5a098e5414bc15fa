import { useInfiniteQuery } from '@tanstack/react-query';
import { ImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import type { PicturePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

const PAGE = 48;

/** The viewer's pictures, newest first, page after page. */
export function useGallery() {
  const query = useInfiniteQuery({
    queryKey: ['images', 'gallery'],
    queryFn: async ({ pageParam, signal }) =>
      (await request(ImagesDocument, { first: PAGE, after: pageParam }, { signal })).images,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    staleTime: 60_000,
  });
  const pages = query.data?.pages ?? [];
  const pictures: readonly PicturePartsFragment[] = pages.flatMap((page) => page.edges.map((edge) => edge.node));
  return { ...query, pictures, totalCount: pages[0]?.totalCount ?? null };
}

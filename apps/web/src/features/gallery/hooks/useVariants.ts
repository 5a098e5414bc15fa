import { useInfiniteQuery } from '@tanstack/react-query';
import { VariantsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { VariantPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import type { ImageInFull } from './useImage.ts';

/** As many as come with the picture; each further page brings more. */
const FIRST_PAGE = 12;
const NEXT_PAGES = 48;
const NONE: VariantPartsFragment = {
  ...{ totalCount: 0, edges: [] },
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** Pictures that were made from one: those that came with it, and the next ones when they are asked for. */
export function useVariants({ id, variants }: Pick<ImageInFull, 'id' | 'variants'>) {
  const query = useInfiniteQuery({
    queryKey: ['images', 'variants', id],
    queryFn: async ({ signal, pageParam: after }): Promise<VariantPartsFragment> => {
      const variables = { id, after, first: after === null ? FIRST_PAGE : NEXT_PAGES };
      return (await request(VariantsDocument, variables, { signal })).image?.variants ?? NONE;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    initialData: { pages: [variants], pageParams: [null] },
    staleTime: 60_000,
  });
  const { pages } = query.data;
  return {
    ...query,
    pictures: pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
  };
}

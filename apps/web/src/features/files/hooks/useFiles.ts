import { useInfiniteQuery } from '@tanstack/react-query';
import { AssetsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { typePrefixOf } from '../model/file-kind.ts';
import type { FileKind } from '../model/file-kind.ts';
import { request } from '../../../lib/graph/index.ts';

const PAGE = 50;

/** The stored files, newest first; the page reads them again when an upload is stored. */
export function useFiles(kind: FileKind) {
  const contentType = typePrefixOf(kind);
  const query = useInfiniteQuery({
    queryKey: ['files', kind],
    queryFn: async ({ pageParam, signal }) =>
      (await request(AssetsDocument, { first: PAGE, after: pageParam, contentType }, { signal })).assets,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    staleTime: 30_000,
    // An upload may have been stored while another page was open.
    refetchOnMount: 'always',
  });
  const pages = query.data?.pages;
  const files: readonly FilePartsFragment[] | null =
    pages === undefined ? null : pages.flatMap((page) => page.edges.map(({ node }) => node));
  return { ...query, files };
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { AssetsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { AssetsQuery, FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { typePrefixOf } from '../model/file-kind.ts';
import type { FileKind } from '../model/file-kind.ts';
import { request } from '../../../lib/graph/index.ts';

const PAGE = 50;
const LOOK_AGAIN_MS = 3_000;

type Page = AssetsQuery['assets'];

function isWaiting(pages: readonly Page[]): boolean {
  return pages.some(({ edges }) => edges.some(({ node }) => node.preview.state === 'PENDING'));
}

/** The stored files, newest first; the page reads them again when an upload is stored. */
export function useFiles(kind: FileKind) {
  const contentType = typePrefixOf(kind);
  const query = useInfiniteQuery({
    queryKey: ['files', kind],
    queryFn: async ({ pageParam, signal }) =>
      (
        await request(
          AssetsDocument,
          { first: PAGE, after: pageParam, contentType, trashed: kind === 'trash' },
          { signal },
        )
      ).assets,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    staleTime: 30_000,
    // Previews are made in the background; until they are there it is worth looking again.
    refetchInterval: ({ state }) => (isWaiting(state.data?.pages ?? []) ? LOOK_AGAIN_MS : false),
    // An upload may have been stored while another page was open.
    refetchOnMount: 'always',
  });
  const pages = query.data?.pages;
  const files: readonly FilePartsFragment[] | null =
    pages === undefined ? null : pages.flatMap((page) => page.edges.map(({ node }) => node));
  return { ...query, files };
}

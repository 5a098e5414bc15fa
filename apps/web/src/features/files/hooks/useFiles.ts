import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AssetsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { onStored } from './useUploads.ts';

const PAGE = 50;

/** The stored files, newest first; read again when an upload is stored. */
export function useFiles() {
  const client = useQueryClient();
  useEffect(() => onStored(() => void client.invalidateQueries({ queryKey: ['files'] })), [client]);
  const query = useInfiniteQuery({
    queryKey: ['files'],
    queryFn: async ({ pageParam, signal }) => (await request(AssetsDocument, { first: PAGE, after: pageParam }, { signal })).assets,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    staleTime: 30_000,
  });
  const pages = query.data?.pages;
  const files: readonly FilePartsFragment[] | null = pages === undefined ? null : pages.flatMap((page) => page.edges.map(({ node }) => node));
  return { ...query, files };
}

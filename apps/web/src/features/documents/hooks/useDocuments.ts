import { announce } from '@modu/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  DeleteDocumentDocument,
  DocumentBlocksDocument,
  DocumentPageDocument,
  DocumentsDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { go } from '../../../lib/way/index.ts';

const PAGE = 30;
const BLOCKS = 100;
const LOOK_AGAIN_MS = 1_000;

/** The viewer's documents, newest first; looked at again while one is being read. */
export function useDocuments() {
  const query = useInfiniteQuery({
    queryKey: ['documents', 'list'],
    queryFn: async ({ pageParam, signal }) =>
      (await request(DocumentsDocument, { first: PAGE, after: pageParam }, { signal })).documents,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ edges }) => edges.some(({ node }) => node.state === 'READING')) ? LOOK_AGAIN_MS : false,
    refetchOnMount: 'always',
  });
  const documents = query.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? null;
  return { ...query, documents };
}

/** A document with its outline and its braille; looked at again while something of it is being made. */
export function useDocumentPage(id: string) {
  return useQuery({
    queryKey: ['documents', id],
    queryFn: ({ signal }) => request(DocumentPageDocument, { id }, { signal }),
    refetchInterval: ({ state }) => {
      const document = state.data?.document;
      const isMade = document?.state === 'READING' || document?.renditions.some((one) => one.state === 'BRAILLING');
      return isMade ? LOOK_AGAIN_MS : false;
    },
    refetchOnMount: 'always',
  });
}

/** The blocks of a document, as far as one has read. `partsRead` makes it look again while more is being read. */
export function useBlocks(
  id: string,
  { partsRead, withLeftOut }: { readonly partsRead: number; readonly withLeftOut: boolean },
) {
  const query = useInfiniteQuery({
    queryKey: ['documents', id, 'blocks', partsRead, withLeftOut],
    queryFn: async ({ pageParam, signal }) =>
      (await request(DocumentBlocksDocument, { id, first: BLOCKS, after: pageParam, withLeftOut }, { signal })).document
        ?.blocks ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: (before) => before,
  });
  const blocks = query.data?.pages.flatMap((page) => page?.edges.map(({ node }) => node) ?? []) ?? null;
  return { ...query, blocks };
}

/** Deletes a document; the file it was read from stays. */
export function useDeleteDocument() {
  const client = useQueryClient();
  const { t } = useTranslation('documents');
  return useMutation({
    mutationFn: async ({ id }: { readonly id: string; readonly title: string }) => {
      const { deleteDocument } = await request(DeleteDocumentDocument, { id });
      if (isRefusal(deleteDocument)) throw new Error(deleteDocument.message);
    },
    // Here rather than where it is asked: once the document is found gone, its page is no longer there to leave.
    onSuccess: (_, { title }) => {
      announce(t('deleted', { title }));
      return go({ to: '/documents' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  });
}

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  BrailleDocumentDocument,
  ProofHeadDocument,
  ProofPagesDocument,
  QuoteBrailleDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { BrailleDocumentInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useReceiveJob } from '../../queue/index.ts';

const PAGES = 5;
const LOOK_AGAIN_MS = 1_000;

/** What a document in braille costs. */
export function useBrailleQuote(input: BrailleDocumentInput, isOn: boolean) {
  return useQuery({
    queryKey: ['documents', 'quote', input],
    queryFn: async ({ signal }) => (await request(QuoteBrailleDocument, { input }, { signal })).quoteBrailleDocument,
    enabled: isOn,
  });
}

/** Has a document written in braille. */
export function useMakeBraille() {
  const client = useQueryClient();
  const receive = useReceiveJob();
  return useMutation({
    mutationFn: async (input: BrailleDocumentInput) => {
      const { brailleDocument } = await request(BrailleDocumentDocument, { input });
      if (isRefusal(brailleDocument)) throw new Error(brailleDocument.message);
      receive(brailleDocument);
      return brailleDocument.id;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  });
}

/** A rendition and its pages, as far as one has turned them. */
export function useProof(id: string) {
  const head = useQuery({
    queryKey: ['braille', id],
    queryFn: async ({ signal }) => (await request(ProofHeadDocument, { id }, { signal })).brailleRendition,
    refetchInterval: ({ state }) => (state.data?.state === 'BRAILLING' ? LOOK_AGAIN_MS : false),
  });
  const made = head.data?.state === 'BRAILLING' ? Math.min(1, head.data.pageCount) : -1;
  const pages = useInfiniteQuery({
    queryKey: ['braille', id, 'pages', made],
    queryFn: async ({ pageParam, signal }) =>
      (await request(ProofPagesDocument, { id, first: PAGES, after: pageParam }, { signal })).brailleRendition?.pages ??
      null,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: (before) => before,
  });
  const loaded = pages.data?.pages.flatMap((page) => page?.edges.map(({ node }) => node) ?? []) ?? [];
  return { head, pages, loaded };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  BrailleDocumentDocument,
  DocumentPageDocument,
  FindInBrailleDocument,
  ProofHeadDocument,
  ProofSheetDocument,
  QuoteBrailleDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { BrailleDocumentInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useUnanswered } from '../../../lib/graph/unanswered.ts';
import { useReceiveJob } from '../../queue/index.ts';
import { useOnce } from './useOnce.ts';

const FINDINGS = 50;
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
  const order = useUnanswered();
  const client = useQueryClient();
  const receive = useReceiveJob();
  return useMutation({
    mutationFn: async (input: BrailleDocumentInput) => {
      const { brailleDocument } = await order(input, (keyed) => request(BrailleDocumentDocument, { input: keyed }));
      if (isRefusal(brailleDocument)) throw new Error(brailleDocument.message);
      receive(brailleDocument);
      return brailleDocument.id;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  });
}

/** A rendition, looked at again while it is being made. */
export function useProofHead(id: string) {
  return useQuery({
    queryKey: ['braille', id],
    queryFn: async ({ signal }) => (await request(ProofHeadDocument, { id }, { signal })).brailleRendition,
    refetchInterval: ({ state }) => (state.data?.state === 'BRAILLING' ? LOOK_AGAIN_MS : false),
    refetchOnMount: 'always',
  });
}

/** A page of it; the one before stays until this one is here. */
export function useProofPage(
  id: string,
  number: number,
  rendition: { readonly pageCount: number; readonly contentsPageCount: number },
) {
  return useQuery({
    // Contents that are put in front count all pages on.
    queryKey: ['braille', id, 'page', number - rendition.contentsPageCount, rendition.contentsPageCount],
    queryFn: async ({ signal }) =>
      (await request(ProofSheetDocument, { id, number }, { signal })).brailleRendition?.page ?? null,
    enabled: rendition.pageCount >= number,
    placeholderData: (before) => before,
  });
}

/** Where a piece of print, or cells, stand in a rendition. */
export function useFindings(id: string, query: string) {
  return useQuery({
    queryKey: ['braille', id, 'find', query],
    queryFn: async ({ signal }) =>
      (await request(FindInBrailleDocument, { id, query, first: FINDINGS }, { signal })).brailleRendition?.find ?? [],
    enabled: query !== '',
  });
}

/** Waits until the rendition of a job has its first page. */
export function useMadeRendition(documentId: string, jobId: string | undefined, onMade: (id: string) => void) {
  const { data } = useQuery({
    queryKey: ['documents', documentId, 'made', jobId],
    queryFn: async ({ signal }) => {
      const { document } = await request(DocumentPageDocument, { id: documentId }, { signal });
      return document?.renditions.find(({ job, pageCount }) => job.id === jobId && pageCount > 0)?.id ?? null;
    },
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data ? false : LOOK_AGAIN_MS),
  });
  useOnce(data, onMade);
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DocumentsDocument, ReadDocumentDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ReadDocumentInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useUnanswered } from '../../../lib/graph/unanswered.ts';
import { rememberCaption, useReceiveJob } from '../../queue/index.ts';
import { useOnce } from './useOnce.ts';

const NEWEST = 20;
const LOOK_AGAIN_MS = 1_000;

/** Has the pages without text of a document read from their picture: a job that makes another document. */
export function useRecognise(name: string) {
  const order = useUnanswered();
  const client = useQueryClient();
  const receive = useReceiveJob();
  return useMutation({
    mutationFn: async (input: ReadDocumentInput) => {
      const { readDocument } = await order(input, (keyed) => request(ReadDocumentDocument, { input: keyed }));
      if (isRefusal(readDocument)) throw new Error(readDocument.message);
      rememberCaption({ jobId: readDocument.id, caption: name });
      receive(readDocument);
      return readDocument.id;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  });
}

/** Waits until the document of a job is read. */
export function useReadBy(jobId: string | undefined, onRead: (documentId: string) => void): void {
  const { data } = useQuery({
    queryKey: ['documents', 'read-by', jobId],
    queryFn: async ({ signal }) => {
      const { documents } = await request(DocumentsDocument, { first: NEWEST }, { signal });
      const made = documents.edges.find(({ node }) => node.job.id === jobId && node.state === 'READY');
      return made?.node.id ?? null;
    },
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data ? false : LOOK_AGAIN_MS),
  });
  useOnce(data, onRead);
}

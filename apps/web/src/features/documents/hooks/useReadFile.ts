import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ReadDocumentDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { sendFile } from '../../../lib/upload/index.ts';
import { rememberCaption, useReceiveJob } from '../../queue/index.ts';

/** Uploads a file and has it read: 0 to 1 of the upload, then a job that the queue shows. */
export function useReadFile() {
  const client = useQueryClient();
  const receive = useReceiveJob();
  const [sentShare, setSentShare] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: async (file: File) => {
      setSentShare(0);
      const assetId = await sendFile({
        file,
        idempotencyKey: crypto.randomUUID(),
        signal: new AbortController().signal,
        onStep: (step) => 'sentBytes' in step && setSentShare(step.sentBytes / file.size),
        onTicket: () => undefined,
      });
      const { readDocument } = await request(ReadDocumentDocument, { input: { assetId, idempotencyKey: assetId } });
      if (isRefusal(readDocument)) throw new Error(readDocument.message);
      rememberCaption({ jobId: readDocument.id, caption: file.name });
      receive(readDocument);
      return readDocument.id;
    },
    onSettled: () => {
      setSentShare(null);
      void client.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  return { ...mutation, sentShare };
}

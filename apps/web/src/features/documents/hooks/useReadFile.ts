import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ReadDocumentDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useSendFile } from '../../../lib/upload/index.ts';
import { rememberCaption, useReceiveJob } from '../../queue/index.ts';

/** A file that was given to be read in this visit. */
export interface GivenRead {
  readonly jobId: string;
  readonly assetId: string;
  readonly name: string;
}

interface Wish {
  readonly assetId: string;
  readonly name: string;
  readonly recognise: boolean;
}

/** Uploads a file and has it read: 0 to 1 of the upload, then a job that the queue shows. */
export function useReadFile() {
  const client = useQueryClient();
  const receive = useReceiveJob();
  const { send, sentShare, cancel } = useSendFile();
  const [reads, setReads] = useState<readonly GivenRead[]>([]);
  const begin = async ({ assetId, name, recognise }: Wish) => {
    const input = { assetId, recognise, idempotencyKey: recognise ? `${assetId}:letters` : assetId };
    const { readDocument } = await request(ReadDocumentDocument, { input });
    if (isRefusal(readDocument)) throw new Error(readDocument.message);
    rememberCaption({ jobId: readDocument.id, caption: name });
    receive(readDocument);
    setReads((before) => [
      { jobId: readDocument.id, assetId, name },
      ...before.filter((one) => one.assetId !== assetId),
    ]);
  };
  const mutation = useMutation({
    mutationFn: async (given: File | Wish) => {
      if (!(given instanceof File)) return begin(given);
      const assetId = await send(given);
      if (assetId !== null) await begin({ assetId, name: given.name, recognise: false });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  });
  const { mutate, error, isPending } = mutation;
  const readAgain = (wish: Wish) => mutate(wish);
  return { reads, sentShare, cancel, error, isPending, readAgain, sendAndRead: (file: File) => mutate(file) };
}

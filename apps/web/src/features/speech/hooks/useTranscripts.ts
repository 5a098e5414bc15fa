import { announce } from '@modu/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  DeleteTranscriptDocument,
  TranscribersDocument,
  TranscribeSpeechDocument,
  TranscriptFileDocument,
  TranscriptPageDocument,
  TranscriptsDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { TranscriptFormat } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useSendFile } from '../../../lib/upload/index.ts';
import { go } from '../../../lib/way/index.ts';
import { rememberCaption, useReceiveJob } from '../../queue/index.ts';
import { saveText } from '../../../lib/download/index.ts';

const PAGE = 20;
const LOOK_AGAIN_MS = 1_000;

/** What can write speech down here. */
export function useTranscribers() {
  return useQuery({
    queryKey: ['speech', 'transcribers'],
    queryFn: async ({ signal }) => (await request(TranscribersDocument, {}, { signal })).transcribers,
  });
}

/** The viewer's transcripts, newest first; looked at again while one is being made. */
export function useTranscripts() {
  const query = useInfiniteQuery({
    queryKey: ['speech', 'transcripts'],
    queryFn: async ({ pageParam, signal }) =>
      (await request(TranscriptsDocument, { first: PAGE, after: pageParam }, { signal })).transcripts,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ edges }) => edges.some(({ node }) => node.state === 'HEARING')) ? LOOK_AGAIN_MS : false,
  });
  return { ...query, transcripts: query.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? null };
}

/** A transcript with all that was said; looked at again while it is being made. */
export function useTranscript(id: string) {
  return useQuery({
    queryKey: ['speech', 'transcript', id],
    queryFn: async ({ signal }) => (await request(TranscriptPageDocument, { id }, { signal })).transcript,
    refetchInterval: ({ state }) => (state.data?.state === 'HEARING' ? LOOK_AGAIN_MS : false),
    refetchOnWindowFocus: false,
  });
}

interface Wish {
  readonly file: File;
  readonly language: string | null;
}

/** Uploads a recording and has it written down: 0 to 1 of the upload, then a job that the queue shows. */
export function useTranscribe() {
  const client = useQueryClient();
  const receive = useReceiveJob();
  const { send, sentShare, cancel } = useSendFile();
  const mutation = useMutation({
    mutationFn: async ({ file, language }: Wish) => {
      const assetId = await send(file);
      if (assetId === null) return;
      const input = { assetId, language, idempotencyKey: assetId };
      const { transcribeSpeech } = await request(TranscribeSpeechDocument, { input });
      if (isRefusal(transcribeSpeech)) throw new Error(transcribeSpeech.message);
      rememberCaption({ jobId: transcribeSpeech.id, caption: file.name });
      receive(transcribeSpeech);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['speech'] }),
  });
  return { ...mutation, sentShare, cancel };
}

/** Gives a transcript as a file. */
export function useTranscriptFile() {
  const { t } = useTranslation('shell');
  return useMutation({
    mutationFn: async ({ id, title, format }: { id: string; title: string; format: TranscriptFormat }) => {
      const { transcript } = await request(TranscriptFileDocument, { id, format });
      if (transcript === null) throw new Error(t('fileGone'));
      const name = `${title}.${format.toLowerCase()}`;
      saveText({ name, text: transcript.file, type: 'text/plain;charset=utf-8' });
    },
  });
}

export function useDeleteTranscript() {
  const client = useQueryClient();
  const { t } = useTranslation('speech');
  return useMutation({
    mutationFn: async ({ id }: { readonly id: string; readonly title: string }) => {
      const { deleteTranscript } = await request(DeleteTranscriptDocument, { id });
      if (isRefusal(deleteTranscript)) throw new Error(deleteTranscript.message);
    },
    // Here rather than where it is asked: once it is found gone, its page is no longer there to leave.
    onSuccess: (_, { title }) => {
      announce(t('deleted', { title }));
      return go({ to: '/speech' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['speech'] }),
  });
}

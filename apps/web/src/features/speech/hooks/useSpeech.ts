import { announce } from '@modu/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  ClipChapterDocument,
  ClipPageDocument,
  ClipsOfDocumentDocument,
  DeleteSpeechClipDocument,
  QuoteSpeakDocument,
  SpeakTextDocument,
  SpeechClipsDocument,
  VoicesDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { SpeakTextInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useUnanswered } from '../../../lib/graph/unanswered.ts';
import { go } from '../../../lib/way/index.ts';
import { useReceiveJob } from '../../queue/index.ts';

const PAGE = 20;
const LOOK_AGAIN_MS = 1_000;
/** The link to a file is good for an hour. */
const LINK_STALE_MS = 50 * 60_000;

/** The voices that can be had. */
export function useVoices() {
  return useQuery({
    queryKey: ['speech', 'voices'],
    queryFn: async ({ signal }) => (await request(VoicesDocument, {}, { signal })).voices,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The viewer's clips, newest first; looked at again while one is being said. */
export function useClips() {
  const query = useInfiniteQuery({
    queryKey: ['speech', 'clips'],
    queryFn: async ({ pageParam, signal }) =>
      (await request(SpeechClipsDocument, { first: PAGE, after: pageParam }, { signal })).speechClips,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ edges }) => edges.some(({ node }) => node.state === 'SPEAKING'))
        ? LOOK_AGAIN_MS
        : false,
  });
  return { ...query, clips: query.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? null };
}

/** The clips of a document. */
export function useClipsOf(documentId: string) {
  return useQuery({
    queryKey: ['speech', 'of', documentId],
    queryFn: async ({ signal }) =>
      (await request(ClipsOfDocumentDocument, { id: documentId }, { signal })).document?.clips ?? [],
    refetchInterval: ({ state }) => (state.data?.some((clip) => clip.state === 'SPEAKING') ? LOOK_AGAIN_MS : false),
  });
}

/** A clip with its chapters; looked at again while it is being said. */
export function useClip(id: string) {
  return useQuery({
    queryKey: ['speech', 'clip', id],
    queryFn: async ({ signal }) => (await request(ClipPageDocument, { id }, { signal })).speechClip,
    refetchInterval: ({ state }) => (state.data?.state === 'SPEAKING' ? LOOK_AGAIN_MS : false),
  });
}

/** A chapter with its words and a link to its sound. */
export function useChapter(id: string, number: number) {
  return useQuery({
    queryKey: ['speech', 'clip', id, 'chapter', number],
    queryFn: async ({ signal }) =>
      (await request(ClipChapterDocument, { id, number }, { signal })).speechClip?.chapter ?? null,
    staleTime: LINK_STALE_MS,
    refetchOnWindowFocus: false,
  });
}

/** What saying something costs. */
export function useSpeakQuote(input: SpeakTextInput, isOn: boolean) {
  return useQuery({
    queryKey: ['speech', 'quote', input],
    queryFn: async ({ signal }) => (await request(QuoteSpeakDocument, { input }, { signal })).quoteSpeakText,
    enabled: isOn,
    placeholderData: (before) => before,
  });
}

/** Has something said. */
export function useSpeak() {
  const order = useUnanswered();
  const client = useQueryClient();
  const receive = useReceiveJob();
  return useMutation({
    mutationFn: async (input: SpeakTextInput) => {
      const { speakText } = await order(input, (keyed) => request(SpeakTextDocument, { input: keyed }));
      if (isRefusal(speakText)) throw new Error(speakText.message);
      receive(speakText);
      return speakText.id;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['speech'] }),
  });
}

export function useDeleteClip() {
  const client = useQueryClient();
  const { t } = useTranslation('speech');
  return useMutation({
    mutationFn: async ({ id }: { readonly id: string; readonly title: string }) => {
      const { deleteSpeechClip } = await request(DeleteSpeechClipDocument, { id });
      if (isRefusal(deleteSpeechClip)) throw new Error(deleteSpeechClip.message);
    },
    // Here rather than where it is asked: once it is found gone, its page is no longer there to leave.
    onSuccess: (_, { title }) => {
      announce(t('deleted', { title }));
      return go({ to: '/speech' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['speech'] }),
  });
}

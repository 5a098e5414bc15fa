import { packagedEdition } from '@modu/engine-speech';
import type { DocumentsContext } from '../context.ts';
import { isSameEdition } from '../domain/edition.ts';
import type { ChapterHead, SpeechChapter as Chapter, SpeechClip as Clip } from '../domain/speech-clip.ts';

const asset = (id: string | null) => id && { __typename: 'Asset', id };

export const SpeechClip = {
  __resolveReference: ({ id }: { id: string }, { own }: DocumentsContext) => own.clips.load(id),
  document: ({ documentId }: Clip, _: unknown, { own }: DocumentsContext) =>
    documentId && own.documents.load(documentId),
  job: ({ jobId }: Clip) => ({ __typename: 'Job', id: jobId }),
  edition: ({ edition, voice }: Clip) => {
    const now = packagedEdition(voice);
    return edition && { ...edition, isCurrent: now ? isSameEdition(edition, now) : null };
  },
  asset: ({ state, assetId }: Clip) => (state === 'READY' ? asset(assetId) : null),
  chapters: ({ id }: Clip, _: unknown, { ofSpeech }: DocumentsContext) => ofSpeech.chapters.load(id),
  chapter: ({ id: clipId }: Clip, { number }: { number: number }, { ofSpeech }: DocumentsContext) =>
    ofSpeech.wholeChapter.load({ clipId, number }),
  words: async ({ id: clipId }: Clip, { chapter: number }: { chapter: number }, { ofSpeech }: DocumentsContext) =>
    (await ofSpeech.wholeChapter.load({ clipId, number }))?.words ?? [],
};

/** A chapter from a list comes without its text and words: they are fetched where they are asked for. */
type Shown = ChapterHead & Partial<Pick<Chapter, 'text' | 'words'>>;

export const SpeechChapter = {
  asset: ({ assetId }: Shown) => asset(assetId),
  text: async (chapter: Shown, _: unknown, { ofSpeech }: DocumentsContext) =>
    chapter.text ?? (await ofSpeech.wholeChapter.load(chapter))?.text ?? '',
  words: async (chapter: Shown, _: unknown, { ofSpeech }: DocumentsContext) =>
    chapter.words ?? (await ofSpeech.wholeChapter.load(chapter))?.words ?? [],
};

import type { DocumentsContext } from '../context.ts';
import type { ChapterHead, SpeechChapter as Chapter, SpeechClip as Clip } from '../domain/speech-clip.ts';
import { chapterOf, chaptersOfClip, findClip } from '../operations/find-clips.ts';
import { findDocument } from '../operations/find-documents.ts';

const asset = (id: string | null) => id && { __typename: 'Asset', id };

export const SpeechClip = {
  __resolveReference: ({ id }: { id: string }, { desk, viewer }: DocumentsContext) => findClip(desk, viewer, id),
  document: ({ documentId }: Clip, _: unknown, { desk, viewer }: DocumentsContext) =>
    documentId && findDocument(desk, viewer, documentId),
  job: ({ jobId }: Clip) => ({ __typename: 'Job', id: jobId }),
  asset: ({ state, assetId }: Clip) => (state === 'READY' ? asset(assetId) : null),
  chapters: (clip: Clip, _: unknown, { desk }: DocumentsContext) => chaptersOfClip(desk, clip),
  chapter: ({ id }: Clip, { number }: { number: number }, { desk }: DocumentsContext) => chapterOf(desk, id, number),
  words: async ({ id }: Clip, { chapter }: { chapter: number }, { desk }: DocumentsContext) =>
    (await chapterOf(desk, id, chapter))?.words ?? [],
};

/** A chapter from a list comes without its text and words: they are fetched where they are asked for. */
type Shown = ChapterHead & Partial<Pick<Chapter, 'text' | 'words'>>;
const whole = async ({ clipId, number }: Shown, { desk }: DocumentsContext) => await chapterOf(desk, clipId, number);

export const SpeechChapter = {
  asset: ({ assetId }: Shown) => asset(assetId),
  text: async (chapter: Shown, _: unknown, context: DocumentsContext) =>
    chapter.text ?? (await whole(chapter, context))?.text ?? '',
  words: async (chapter: Shown, _: unknown, context: DocumentsContext) =>
    chapter.words ?? (await whole(chapter, context))?.words ?? [],
};

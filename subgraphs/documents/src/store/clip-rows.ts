import { AUDIO_FORMATS } from '@modu/engine-speech';
import type { SpokenWord } from '@modu/engine-speech';
import { z } from 'zod';
import type { ChapterHead, SpeechChapter, SpeechClip } from '../domain/speech-clip.ts';
import { editionRow } from './edition-row.ts';

export const CLIP_COLUMNS = `id, owner_id AS "ownerId", job_id AS "jobId", document_id AS "documentId", state, title, language, voice,
  rate, pitch, format, edition, chapter_count AS "chapterCount", duration_ms AS "durationMs", asset_id AS "assetId", created_at AS "createdAt"`;
export const CHAPTER_COLUMNS = `clip_id AS "clipId", number, title, asset_id AS "assetId", duration_ms AS "durationMs"`;

const clipRow = z.object({
  id: z.string(),
  ownerId: z.string(),
  jobId: z.string(),
  documentId: z.string().nullable(),
  state: z.enum(['SPEAKING', 'READY']),
  title: z.string(),
  language: z.string(),
  voice: z.string(),
  rate: z.number(),
  pitch: z.number(),
  format: z.enum(AUDIO_FORMATS),
  edition: editionRow.nullable(),
  chapterCount: z.int(),
  durationMs: z.int(),
  assetId: z.string().nullable(),
  createdAt: z.date(),
});
const headRow = z.object({
  clipId: z.string(),
  number: z.int(),
  title: z.string(),
  assetId: z.string(),
  durationMs: z.int(),
});
const wordTuple = z.tuple([z.int(), z.int(), z.int(), z.int()]);
const chapterRow = headRow.extend({ text: z.string(), words: z.array(wordTuple) });

export const toClip = (row: unknown): SpeechClip => clipRow.parse(row);
export const toChapterHead = (row: unknown): ChapterHead => headRow.parse(row);

export function toChapter(row: unknown): SpeechChapter {
  const { words, ...chapter } = chapterRow.parse(row);
  return { ...chapter, words: words.map(([start, end, startMs, endMs]) => ({ start, end, startMs, endMs })) };
}

export const fromWords = (words: readonly SpokenWord[]): string =>
  JSON.stringify(words.map(({ start, end, startMs, endMs }) => [start, end, startMs, endMs]));

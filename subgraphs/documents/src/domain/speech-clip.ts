import type { AudioFormat, SpokenWord } from '@modu/engine-speech';
import { fileNameOf } from '@modu/file-names';
import type { EngineEdition } from './edition.ts';

export type ClipState = 'SPEAKING' | 'READY';

/** A text or document that was said. */
export interface SpeechClip {
  readonly id: string;
  readonly ownerId: string;
  readonly jobId: string;
  /** What was read aloud; null for a text. */
  readonly documentId: string | null;
  readonly state: ClipState;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** As `espeak-ng:ko`. */
  readonly voice: string;
  readonly rate: number;
  readonly pitch: number;
  readonly format: AudioFormat;
  /** Of what said it; null when that was before it was kept. */
  readonly edition: EngineEdition | null;
  /** Chapters that have been said so far. */
  readonly chapterCount: number;
  readonly durationMs: number;
  /** The sound of a text, the playlist of a document. */
  readonly assetId: string | null;
  readonly createdAt: Date;
}

/** A chapter without its words and text. */
export interface ChapterHead {
  readonly clipId: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly assetId: string;
  readonly durationMs: number;
}

/** What is said in one file. */
export interface SpeechChapter extends ChapterHead {
  readonly text: string;
  readonly words: readonly SpokenWord[];
}

/** What the file of a clip is called. */
export const clipFileName = (title: string, extension: string): string =>
  `${fileNameOf(title, { otherwise: 'speech' })}.${extension}`;

/** What the file of a chapter is called: numbered, so that players keep the order. */
export const chapterFileName = ({ number, title }: Pick<ChapterHead, 'number' | 'title'>, extension: string): string =>
  `${String(number).padStart(3, '0')} ${clipFileName(title, extension)}`;

/** The playlist of a clip (M3U8, names relative to where it lies). */
export function playlistOf(title: string, chapters: readonly ChapterHead[], extension: string): string {
  const line = (text: string) => text.replaceAll(/[\r\n]+/g, ' ');
  const entries = chapters.flatMap((chapter) => [
    `#EXTINF:${Math.ceil(chapter.durationMs / 1000)},${line(chapter.title)}`,
    chapterFileName(chapter, extension),
  ]);
  return `${['#EXTM3U', '#EXTENC:UTF-8', `#PLAYLIST:${line(title)}`, ...entries].join('\n')}\n`;
}

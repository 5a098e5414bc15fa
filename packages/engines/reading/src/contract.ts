import type { Block } from './block.ts';
import type { RecognisedLine } from './recognise/recogniser.ts';

export const FORMATS = ['TEXT', 'MARKDOWN', 'HTML', 'DOCX', 'HWPX', 'EPUB', 'PDF', 'PICTURE'] as const;
export type Format = (typeof FORMATS)[number];

/** What is known of a document before its first part is read. */
export interface DocumentHead {
  readonly format: Format;
  /** As the document calls itself; null when it doesn't. */
  readonly title: string | null;
  /** BCP 47: as the document says, else as its text looks. */
  readonly language: string;
  /** Null where the source has no pages. */
  readonly pageCount: number | null;
  /** How many parts follow: pages, chapters, or stretches of a text. */
  readonly partCount: number;
}

/** A page, a chapter, or a stretch of a text: read, told and kept as one. */
export interface DocumentPart {
  /** From 1. */
  readonly number: number;
  readonly blocks: readonly Block[];
  /** The page shows something, but none of its letters could be told; recognition may. */
  readonly isUnread?: boolean;
}

/** One reader of one format: tells the head, then the parts from `fromPart` on. */
export type ReadFormat = (source: Source) => AsyncGenerator<DocumentHead | DocumentPart, void>;

/** Looks for the letters of a language, of all that it knows without one. */
export type Recognise = (png: Uint8Array, language: string | null) => Promise<readonly RecognisedLine[]>;

/** What is read. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly filename: string;
  /** BCP 47, when its owner said so. */
  readonly language: string | null;
  /** The first part that is wanted; earlier ones were read by an earlier run. */
  readonly fromPart: number;
  /** Finds the letters in the picture (PNG) of a page without text; null: nobody asked for that. */
  readonly recognise: Recognise | null;
}

export const isPart = (told: DocumentHead | DocumentPart): told is DocumentPart => 'blocks' in told;

import type { Block, DocumentHead } from '@modu/engine-reading';
import { beginningOf } from './plain-text.ts';

export type DocumentState = 'READING' | 'READY';

/** What was read from a file. */
export interface Document extends Omit<DocumentHead, 'title'> {
  readonly id: string;
  readonly ownerId: string;
  readonly assetId: string;
  readonly jobId: string;
  readonly state: DocumentState;
  readonly title: string;
  readonly partsRead: number;
  readonly blockCount: number;
  /** Of all its blocks, without those that were left out. */
  readonly charCount: number;
  /** Pages, from 1, that show something of which nothing was read. */
  readonly pagesWithoutText: readonly number[];
  /** Counts corrections. */
  readonly version: number;
  readonly createdAt: Date;
}

/** A block with its place in the document. */
export interface PlacedBlock {
  readonly documentId: string;
  /** Its own for good, whatever becomes of it. */
  readonly number: number;
  /** From 1; moves when somebody corrects the order. */
  readonly position: number;
  /** Counts its corrections. */
  readonly version: number;
  readonly isLeftOut: boolean;
  /** Differs from what was read. */
  readonly isCorrected: boolean;
  readonly block: Block;
}

export interface OutlineEntry {
  readonly documentId: string;
  readonly number: number;
  readonly level: number;
  readonly text: string;
  readonly page: number | null;
}

const TITLE_CHARS_MAX = 200;

/** What a document is called: what it says itself, else its file's name. */
export function titleOf(title: string | null, filename: string): string {
  const named = title?.replaceAll(/\s+/g, ' ').trim() || filename.replace(/\.[^.]{1,8}$/, '');
  return beginningOf(named, TITLE_CHARS_MAX);
}

/** The outline of a document has at most this many entries. */
export const OUTLINE_ENTRIES_MAX = 2_000;

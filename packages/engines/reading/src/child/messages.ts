import type { DocumentHead, DocumentPart } from '../contract.ts';
import type { ReadingCode } from '../reading-error.ts';

/** What the reading process is asked. The file lies where both can see it. */
export interface ReadOrder {
  readonly path: string;
  readonly filename: string;
  readonly language: string | null;
  readonly fromPart: number;
  /** Pages without text are read from their picture. */
  readonly recognise: boolean;
}

/** Asked instead: that what it has loaded is kept as compiled code. It reads nothing. */
export interface CompileOrder {
  readonly compile: true;
}

/** What it tells. It reads on after parts, but tells no more before they are answered: it is never far ahead of who keeps them. */
export type ReadNews =
  | { readonly tell: 'HEAD'; readonly head: DocumentHead }
  | { readonly tell: 'PARTS'; readonly parts: readonly DocumentPart[] }
  /** Where are letters in this? Answered by `RecognisedLine`s. */
  | { readonly tell: 'PICTURE'; readonly png: Uint8Array; readonly language: string | null }
  | { readonly tell: 'FAILED'; readonly code: ReadingCode; readonly message: string; readonly page?: number };

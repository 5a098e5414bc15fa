import type { DocumentHead, DocumentPart } from '../contract.ts';
import type { ReadingCode } from '../reading-error.ts';

/** What the reading process is asked. The file lies where both can see it. */
export interface ReadOrder {
  readonly path: string;
  readonly filename: string;
  readonly language: string | null;
  readonly fromPart: number;
  readonly recognise: boolean;
}

/** What it tells. After a head or a part it waits for `MORE`, so that it never runs ahead of who keeps them. */
export type ReadNews =
  | { readonly tell: 'HEAD'; readonly head: DocumentHead }
  | { readonly tell: 'PART'; readonly part: DocumentPart }
  | { readonly tell: 'END' }
  | { readonly tell: 'FAILED'; readonly code: ReadingCode; readonly message: string; readonly page?: number };

export const MORE = 'more';

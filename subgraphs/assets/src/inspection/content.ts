import { Readable } from 'node:stream';
import type { ContentKind } from '../domain/content-kind.ts';

/** The bytes of an upload as the checks see them. */
export interface Content {
  readonly kind: ContentKind;
  readonly sizeBytes: number;
  /** The first bytes, at least a kilobyte of them if there are as many. */
  readonly head: Uint8Array;
  /** The last bytes: all that the end of a zip archive may take. */
  readonly tail: Uint8Array;
  /** The whole of it, when it is small enough to be held. */
  readonly held?: Uint8Array;
  /** Opens a part; both ends included. */
  open(range: { readonly start: number; readonly end: number }): Promise<Readable>;
}

/** All bytes of an upload, from memory where they are held. */
export async function bytesOf({ held, sizeBytes, open }: Content): Promise<Readable> {
  return held ? Readable.from([held]) : open({ start: 0, end: sizeBytes - 1 });
}

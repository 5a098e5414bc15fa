import type { ReceivedPart } from './multipart.ts';

interface Header {
  readonly name: string;
  readonly value: string;
}

/** Where to put one part, and with what. */
export interface SignedPart {
  readonly number: number;
  readonly url: string;
  readonly headers: readonly Header[];
}

/** Where and how to put the bytes of one upload. */
export interface UploadTicket {
  readonly id: string;
  readonly method: string;
  /** Null for a file in parts. */
  readonly url: string | null;
  readonly headers: readonly Header[];
  /** Null for a file that is put whole; else parts are signed when they are about to be sent. */
  readonly parts: readonly SignedPart[] | null;
  readonly partSizeBytes: number | null;
  /** The parts that have arrived already, from an earlier try. */
  readonly received: readonly ReceivedPart[];
  readonly expiresAt: Date;
}

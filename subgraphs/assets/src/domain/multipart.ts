/** A file that is put in parts. */
export interface Multipart {
  /** The bucket's name for it. */
  readonly uploadId: string;
  readonly partSizeBytes: number;
}

/** Larger files are put in parts, so that a cut line costs one of them and not the whole. */
export const MULTIPART_OVER_BYTES = 64_000_000;
export const PART_SIZE_BYTES = 16 * 2 ** 20;

interface Whole {
  readonly sizeBytes: number;
  readonly partSizeBytes: number;
}

export function partCountOf({ sizeBytes, partSizeBytes }: Whole): number {
  return Math.ceil(sizeBytes / partSizeBytes);
}

/** The size of one part, numbered from 1; only the last is smaller. */
export function partBytesOf(number: number, { sizeBytes, partSizeBytes }: Whole): number {
  return Math.min(partSizeBytes, sizeBytes - (number - 1) * partSizeBytes);
}

export interface ReceivedPart {
  readonly number: number;
  readonly sizeBytes: number;
  readonly etag: string;
}

/** All parts, as of a file that has become one already. */
export function everyPart(whole: Whole): ReceivedPart[] {
  return Array.from({ length: partCountOf(whole) }, (_, i) => ({
    number: i + 1,
    sizeBytes: partBytesOf(i + 1, whole),
    etag: '',
  }));
}

/** How many parts are not there yet, or not whole. */
export function countMissing(received: readonly ReceivedPart[], whole: Whole): number {
  const present = received.filter(({ number, sizeBytes }) => sizeBytes === partBytesOf(number, whole));
  return partCountOf(whole) - new Set(present.map(({ number }) => number)).size;
}

/** Bytes of a blob, both ends included, counted from 0. */
export interface BlobRange {
  readonly start: number;
  readonly end: number;
}

/** The header that asks for a range (RFC 9110, section 14.2). */
export function rangeHeader({ start, end }: BlobRange): string {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new RangeError('A range begins at 0 or later and ends no earlier than it begins.');
  }
  return `bytes=${start}-${end}`;
}

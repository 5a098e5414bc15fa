/** A part of a file that is still to be sent. */
export interface PlannedPart {
  /** From 1. */
  readonly number: number;
  /** The first byte, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

interface Whole {
  readonly sizeBytes: number;
  readonly partSizeBytes: number;
  readonly received: readonly { readonly number: number; readonly sizeBytes: number }[];
}

/** What is left to send, in order; a part that arrived cut short is sent again. */
export function planParts({ sizeBytes, partSizeBytes, received }: Whole): readonly PlannedPart[] {
  const arrived = new Map(received.map((part) => [part.number, part.sizeBytes]));
  const parts = Array.from({ length: Math.ceil(sizeBytes / partSizeBytes) }, (_, i) => ({
    number: i + 1,
    from: i * partSizeBytes,
    to: Math.min(sizeBytes, (i + 1) * partSizeBytes),
  }));
  return parts.filter(({ number, from, to }) => arrived.get(number) !== to - from);
}

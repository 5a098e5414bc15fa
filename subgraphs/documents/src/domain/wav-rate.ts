const HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** What says how its sound lies in a WAV file; the bytes of a second stand behind the form, the channels and the rate. */
const FORMAT = { name: 'fmt ', bytes: 16, rateAt: 8 };
const BYTES_PER_SECOND_MIN = 1_000;

/** How many bytes of a WAV file make a second, as it says itself, wherever in its beginning; recorders put other chunks before. */
export function wavRate(head: Uint8Array): number | undefined {
  const view = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (view.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  for (let at = HEAD_BYTES; at + CHUNK_HEAD_BYTES + FORMAT.bytes <= view.length;) {
    const body = at + CHUNK_HEAD_BYTES;
    if (view.toString('latin1', at, at + 4) === FORMAT.name) {
      const rate = view.readUInt32LE(body + FORMAT.rateAt);
      return rate >= BYTES_PER_SECOND_MIN ? rate : undefined;
    }
    const sizeBytes = view.readUInt32LE(at + 4);
    at = body + sizeBytes + (sizeBytes % 2);
  }
  return undefined;
}

/** Somebody sent more than they may. */
export class AnswerTooLong extends Error {
  constructor(sizeBytesMax: number) {
    super(`The answer is longer than ${sizeBytesMax} bytes.`);
    this.name = 'AnswerTooLong';
  }
}

interface Bound {
  readonly sizeBytesMax: number;
  /** Takes the beginning of what is longer: enough to say what a server complains about. */
  readonly cut?: boolean;
}

/** Reads the body of an answer, or of a request to us, whole; no more than `sizeBytesMax` is ever held. @throws AnswerTooLong unless `cut`. */
export async function readBounded(
  message: Pick<Response, 'body'>,
  { sizeBytesMax, cut = false }: Bound,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of message.body ?? []) {
    sizeBytes += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (sizeBytes > sizeBytesMax && !cut) throw new AnswerTooLong(sizeBytesMax);
    chunks.push(chunk);
    if (sizeBytes >= sizeBytesMax && cut) break;
  }
  return Buffer.concat(chunks).subarray(0, sizeBytesMax);
}

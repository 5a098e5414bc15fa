/** The file is longer than the limit; nothing beyond it was read. */
export class TooLong extends Error {
  constructor(sizeBytesMax: number) {
    super(`The file is longer than ${sizeBytesMax} bytes.`);
    this.name = 'TooLong';
  }
}

interface Limits {
  readonly sizeBytesMax: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Reads a file whole, up to a size and within a time. @throws TooLong; Error when the server does not give it. */
export async function download(url: string, { sizeBytesMax, timeoutMs, signal }: Limits): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The bucket did not give the file: HTTP ${response.status}.`);
  }
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body) {
    sizeBytes += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (sizeBytes > sizeBytesMax) throw new TooLong(sizeBytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

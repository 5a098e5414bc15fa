import { readBounded } from '@modu/http-calls';

interface Limits {
  readonly sizeBytesMax: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Reads a file whole, up to a size and within a time. @throws AnswerTooLong; Error when the server does not give it. */
export async function download(url: string, { sizeBytesMax, timeoutMs, signal }: Limits): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The bucket did not give the file: HTTP ${response.status}.`);
  }
  return readBounded(response, { sizeBytesMax });
}

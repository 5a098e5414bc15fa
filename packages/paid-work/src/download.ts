import { readBounded } from '@modu/http-calls';

interface Limits {
  readonly sizeBytesMax: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Reads a file whole, up to a size and within a time. @throws when it is longer, or the server does not give it. */
export async function download(url: string, { sizeBytesMax, timeoutMs, signal }: Limits): Promise<Uint8Array> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, deadline]) : deadline });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The file was not given: HTTP ${response.status}.`);
  }
  return readBounded(response, { sizeBytesMax });
}

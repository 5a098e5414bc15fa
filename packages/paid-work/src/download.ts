import { readBounded } from '@modu/http-calls';

interface Limits {
  readonly sizeBytesMax: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Only the beginning of what is longer is asked for. */
  readonly cut?: boolean;
}

/** Reads a file whole, up to a size and within a time. @throws when it is longer (unless `cut`), or the server does not give it. */
export async function download(
  url: string,
  { sizeBytesMax, timeoutMs, signal, cut = false }: Limits,
): Promise<Uint8Array> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const headers: Record<string, string> = cut ? { range: `bytes=0-${sizeBytesMax - 1}` } : {};
  const response = await fetch(url, { headers, signal: signal ? AbortSignal.any([signal, deadline]) : deadline });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The file was not given: HTTP ${response.status}.`);
  }
  return readBounded(response, { sizeBytesMax, cut });
}

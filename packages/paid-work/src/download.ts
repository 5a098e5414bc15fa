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
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body) {
    sizeBytes += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (sizeBytes > sizeBytesMax) throw new Error(`The file is longer than ${sizeBytesMax} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const PEEK_BYTES = 64 * 1024;
const PEEK_TIMEOUT_MS = 10_000;

/** The first and the last bytes of a file; `tail` is empty when the server gives no ranges. @throws when it gives nothing. */
export async function peek(url: string, sizeBytes: number): Promise<{ head: Uint8Array; tail: Uint8Array }> {
  const head = await readRange(url, `bytes=0-${PEEK_BYTES - 1}`);
  if (sizeBytes <= PEEK_BYTES) return { head: head.bytes, tail: head.bytes };
  const tail = await readRange(url, `bytes=${sizeBytes - PEEK_BYTES}-`);
  return { head: head.bytes, tail: tail.isRange ? tail.bytes : new Uint8Array() };
}

async function readRange(url: string, range: string): Promise<{ bytes: Uint8Array; isRange: boolean }> {
  const response = await fetch(url, { headers: { range }, signal: AbortSignal.timeout(PEEK_TIMEOUT_MS) });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The file was not given: HTTP ${response.status}.`);
  }
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    sizeBytes += chunk.byteLength;
    if (sizeBytes >= PEEK_BYTES) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, PEEK_BYTES), isRange: response.status === 206 };
}

import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

const IDLE_TIMEOUT_MS = 30_000;

/** Opens the bytes behind a link; a line that stands still for long is given up. */
export async function openFile(url: string, signal: AbortSignal): Promise<Readable> {
  const idle = new AbortController();
  const alarm = setTimeout(() => idle.abort(new Error('The bucket sent nothing for too long.')), IDLE_TIMEOUT_MS);
  const response = await fetch(url, { signal: AbortSignal.any([signal, idle.signal]) });
  if (!response.ok || !response.body) {
    clearTimeout(alarm);
    await response.body?.cancel();
    throw new Error(`The bucket answered HTTP ${response.status} for a picture.`);
  }
  const bytes = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  bytes.on('data', () => alarm.refresh());
  bytes.once('close', () => clearTimeout(alarm));
  // Listening set it going; whoever takes it decides the pace.
  return bytes.pause();
}

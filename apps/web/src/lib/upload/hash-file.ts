import { hashInWorker } from './hash-in-worker.ts';
import type { HashOptions } from './hash-in-worker.ts';
import { overCuts } from './over-cuts.ts';
import { sha256Of } from './sha256-of.ts';

/** So much may be in memory at once. */
const WHOLE_BYTES_MAX = 16 * 2 ** 20;

/**
 * SHA-256 of a file as lower-case hexadecimal. A small file goes to the browser's own hash, which needs all bytes at once and works
 * beside the page; a worker for each of two hundred small files costs more than hashing them. Throws UploadError, or the
 * signal's reason.
 */
export async function hashFile(file: File, options: HashOptions): Promise<string> {
  if (file.size > WHOLE_BYTES_MAX) return overCuts(() => hashInWorker(file, options), options);
  const sha256 = await sha256Of(file);
  options.signal.throwIfAborted();
  return sha256;
}

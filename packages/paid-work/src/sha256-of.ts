import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';

/** Some ten milliseconds of one core. */
const SLICE_BYTES = 8_000_000;

/** The SHA-256 of bytes, hexadecimal. Of many it is taken slice by slice, between which the process does what else it has to. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.byteLength; from += SLICE_BYTES) {
    if (from > 0) await breathe();
    hash.update(bytes.subarray(from, from + SLICE_BYTES));
  }
  return hash.digest('hex');
}

import { bytesToHex } from '@noble/hashes/utils.js';
import { UploadError } from './upload-error.ts';

/** The browser's own SHA-256 takes all bytes at once, and beside the page. Throws UploadError when they can't be read. */
export async function sha256Of(body: Blob): Promise<string> {
  const bytes = await body.arrayBuffer().catch(() => {
    throw new UploadError({ kind: 'unreadable' });
  });
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 of a blob as lower-case hexadecimal, read as a stream so that memory stays flat whatever the size
 * (`crypto.subtle.digest` wants all bytes at once). `onRead` gets the bytes read so far.
 */
export async function hashBlob(blob: Blob, onRead: (readBytes: number) => void): Promise<string> {
  const hash = sha256.create();
  const reader = blob.stream().getReader();
  let readBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytesToHex(hash.digest());
    hash.update(value);
    readBytes += value.byteLength;
    onRead(readBytes);
  }
}

const KEY_SIZE_BYTES_MAX = 1024;

/** Keys are ours, never a client's: a wrong one is a fault in the code. */
export function assertBlobKey(key: string): void {
  const sizeBytes = Buffer.byteLength(key);
  if (sizeBytes === 0 || sizeBytes > KEY_SIZE_BYTES_MAX || key.includes('\0')) {
    throw new RangeError('A key has 1 to 1024 bytes and no zero byte.');
  }
}

import { S3Error } from '../protocol/s3-error.ts';

/** S3's own limit, which the index's keys are sized for. */
const KEY_SIZE_BYTES_MAX = 1024;

/** Keys are opaque text of 1 to 1024 bytes of UTF-8. */
export function assertKey(key: string): void {
  if (key.includes('\0')) throw new S3Error('InvalidArgument', 'A key cannot contain a zero byte.');
  if (Buffer.byteLength(key) > KEY_SIZE_BYTES_MAX) throw new S3Error('KeyTooLongError');
}

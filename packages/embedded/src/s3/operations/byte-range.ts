import { S3Error } from '../protocol/s3-error.ts';

/** Both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Resolves a `Range` header against a size (RFC 9110, section 14.1.2). Undefined means the whole object: no header,
 * another unit, several ranges or an unreadable one, which must be ignored. Throws `InvalidRange` when nothing of it is there.
 */
export function resolveRange(header: string | undefined, sizeBytes: number): ByteRange | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(first) > Number(last)) return undefined;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start > end) throw new S3Error('InvalidRange', undefined, { 'content-range': `bytes */${sizeBytes}` });
  return { start, end };
}

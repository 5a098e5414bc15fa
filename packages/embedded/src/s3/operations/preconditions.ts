import type { HeaderMap } from '../protocol/messages.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { WriteGuard } from '../store/object-store.ts';
import type { ObjectRecord } from '../store/records.ts';

function matches(list: string, etag: string): boolean {
  const tags = list.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''));
  return tags.includes('*') || tags.includes(etag);
}

/** `If-None-Match: *` makes a write create only; `If-Match` makes it replace only what the client has seen. */
export function writeGuard(headers: HeaderMap): WriteGuard {
  const { 'if-none-match': noneMatch, 'if-match': match } = headers;
  if (noneMatch !== undefined && noneMatch.trim() !== '*') {
    throw new S3Error('NotImplemented', 'If-None-Match on a write must be *.');
  }
  return (current) => {
    if (noneMatch !== undefined && current) throw new S3Error('PreconditionFailed');
    if (match === undefined) return;
    if (!current) throw new S3Error('NoSuchKey');
    if (!matches(match, current.etag)) throw new S3Error('PreconditionFailed');
  };
}

/** True when the client has this object already (304); throws when it demands another one (412). RFC 9110, section 13.2.2. */
export function isNotModified(headers: HeaderMap, record: ObjectRecord): boolean {
  const modifiedAtMs = Math.floor(record.modifiedAtMs / 1000) * 1000;
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  const unmodifiedSinceMs = Date.parse(headers['if-unmodified-since'] ?? '');
  if (match !== undefined) {
    if (!matches(match, record.etag)) throw new S3Error('PreconditionFailed');
  } else if (modifiedAtMs > unmodifiedSinceMs) throw new S3Error('PreconditionFailed');
  if (noneMatch !== undefined) return matches(noneMatch, record.etag);
  return modifiedAtMs <= Date.parse(headers['if-modified-since'] ?? '');
}

/** A range is only meant for the object the client began with (`If-Range`). */
export function isRangeWanted(headers: HeaderMap, record: ObjectRecord): boolean {
  const ifRange = headers['if-range'];
  if (ifRange === undefined) return true;
  if (ifRange.startsWith('"')) return matches(ifRange, record.etag);
  return Date.parse(ifRange) === Math.floor(record.modifiedAtMs / 1000) * 1000;
}

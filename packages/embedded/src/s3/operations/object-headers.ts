import { validateHeaderValue } from 'node:http';
import type { HeaderMap } from '../protocol/messages.ts';
import type { Query } from '../protocol/request-target.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { ObjectRecord } from '../store/records.ts';

const KEPT = new Set([
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
]);
const METADATA_SIZE_BYTES_MAX = 2048;

export function isKeptHeader(name: string): boolean {
  return name.startsWith('x-amz-meta-') || KEPT.has(name);
}

/** The headers of a write that come back with every read; metadata is bounded as in S3 (2 KB). */
export function keptHeaders(headers: HeaderMap): Record<string, string> {
  const kept: Record<string, string> = {};
  let metadataSizeBytes = 0;
  for (const [name, value = ''] of Object.entries(headers)) {
    const isMetadata = name.startsWith('x-amz-meta-');
    if (isMetadata) metadataSizeBytes += name.length - 'x-amz-meta-'.length + value.length;
    if (isKeptHeader(name)) kept[name] = assertHeaderValue(name, value);
  }
  if (metadataSizeBytes > METADATA_SIZE_BYTES_MAX) throw new S3Error('MetadataTooLarge');
  const encoding = withoutAwsChunked(kept['content-encoding']);
  if (encoding) kept['content-encoding'] = encoding;
  else delete kept['content-encoding'];
  return kept;
}

// aws-chunked describes the request, not the object: S3 strips it.
function withoutAwsChunked(encoding = ''): string {
  const codings = encoding.split(',').map((coding) => coding.trim());
  return codings.filter((coding) => coding !== 'aws-chunked').join(',');
}

/** The headers every read of an object carries; checksums only for those who ask for them. */
export function readHeaders(record: ObjectRecord, request: HeaderMap): Record<string, string> {
  return {
    etag: quoted(record.etag),
    'last-modified': new Date(record.modifiedAtMs).toUTCString(),
    'accept-ranges': 'bytes',
    'content-type': 'binary/octet-stream',
    // What people uploaded must not be guessed to be a page and run as one.
    'x-content-type-options': 'nosniff',
    ...record.headers,
    ...(request['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' ? checksumHeaders(record) : {}),
  };
}

export function checksumHeaders({ checksums }: Pick<ObjectRecord, 'checksums'>): Record<string, string> {
  const named = Object.entries(checksums).map(([algorithm, value]) => [`x-amz-checksum-${algorithm}`, value]);
  return Object.fromEntries(named) as Record<string, string>;
}

const OVERRIDE =
  /^response-(content-type|content-disposition|content-encoding|content-language|cache-control|expires)$/;

/** `response-*` parameters of a (necessarily signed) GET replace the stored headers. */
export function overriddenHeaders(query: Query): Record<string, string> {
  const overrides: Record<string, string> = {};
  for (const [name, value] of query.pairs) {
    const header = OVERRIDE.exec(name)?.[1];
    if (header !== undefined) overrides[header] = assertHeaderValue(header, value);
  }
  return overrides;
}

export function quoted(etag: string): string {
  return `"${etag}"`;
}

function assertHeaderValue(name: string, value: string): string {
  try {
    validateHeaderValue(name, value);
  } catch {
    throw new S3Error('InvalidArgument', `The value of ${name} cannot be sent as a header.`);
  }
  return value;
}

import { Readable } from 'node:stream';
import type { Reply, S3Request } from '../protocol/messages.ts';
import type { BlobFiles } from '../store/blob-files.ts';
import type { BlobPart, ObjectRecord } from '../store/records.ts';
import type { ByteRange } from './byte-range.ts';
import { resolveRange } from './byte-range.ts';
import type { Operation } from './context.ts';
import { overriddenHeaders, quoted, readHeaders } from './object-headers.ts';
import { isNotModified, isRangeWanted } from './preconditions.ts';

export const getObject: Operation = ({ objects, blobs }, request) => {
  const record = objects.get(request);
  if (isNotModified(request.headers, record)) return { status: 304, headers: { etag: quoted(record.etag) } };
  const { reply, range } = describe(record, request);
  return range.end < range.start ? reply : { ...reply, stream: openObject(blobs, record.parts, range) };
};

export const headObject: Operation = ({ objects }, request) => {
  const record = objects.get(request);
  if (isNotModified(request.headers, record)) return { status: 304, headers: { etag: quoted(record.etag) } };
  return describe(record, request).reply;
};

function describe(record: ObjectRecord, request: S3Request): { reply: Reply; range: ByteRange } {
  const { sizeBytes } = record;
  const header = isRangeWanted(request.headers, record) ? request.headers['range'] : undefined;
  const wanted = resolveRange(header, sizeBytes);
  const range = wanted ?? { start: 0, end: sizeBytes - 1 };
  const headers = {
    // Checksums speak of the whole object: beside a part of it clients would hold them against the wrong bytes.
    ...readHeaders(wanted ? { ...record, checksums: {} } : record, request.headers),
    ...overriddenHeaders(request.query),
    'content-length': range.end - range.start + 1,
    ...(wanted ? { 'content-range': `bytes ${wanted.start}-${wanted.end}/${sizeBytes}` } : {}),
  };
  return { reply: { status: wanted ? 206 : 200, headers }, range };
}

// The blobs are leased before anything is awaited: an overwrite or a delete cannot pull them away from a reader.
function openObject(blobs: BlobFiles, parts: readonly BlobPart[], range: ByteRange): Readable {
  const release = blobs.lease(parts.map((part) => part.blobId));
  const [only, ...others] = parts;
  const stream =
    only && others.length === 0
      ? blobs.read(only.blobId, range)
      : Readable.from(readParts(blobs, parts, range), { highWaterMark: 2 });
  stream.once('close', () => void release());
  return stream;
}

async function* readParts(
  blobs: BlobFiles,
  parts: readonly BlobPart[],
  { start, end }: ByteRange,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const { blobId, sizeBytes } of parts) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, sizeBytes - 1);
    offset += sizeBytes;
    if (from <= to) yield* blobs.read(blobId, { start: from, end: to }) as AsyncIterable<Buffer>;
  }
}

import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput, _Object as S3Object } from '@aws-sdk/client-s3';
import type { BucketConnection } from './connection.ts';
import { withDeadline, withIdleDeadline } from './deadline.ts';
import { sha256HexOf } from './digests.ts';
import { BlobNotFoundError, BlobTooLargeError, isMissing } from './errors.ts';
import { assertBlobKey } from './key.ts';
import type { BlobRange } from './ranges.ts';
import { rangeHeader } from './ranges.ts';

/** What the bucket knows of a blob. */
export interface BlobHead {
  readonly sizeBytes: number;
  readonly contentType: string;
  /** Present when the blob was stored with its SHA-256, as ours are; the bucket has proven it. */
  readonly sha256Hex?: string;
  /** Without quotes. */
  readonly etag: string;
}

/** Null when there is no such blob. */
export async function headBlob(connection: BucketConnection, key: string): Promise<BlobHead | null> {
  assertBlobKey(key);
  const { internal, bucket, timeouts } = connection;
  const command = new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
  try {
    const head = await withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
    const sha256Hex = sha256HexOf(head.ChecksumSHA256);
    return {
      sizeBytes: head.ContentLength ?? 0,
      contentType: head.ContentType ?? 'application/octet-stream',
      etag: (head.ETag ?? '').replaceAll('"', ''),
      ...(sha256Hex === undefined ? {} : { sha256Hex }),
    };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Opens a blob, or a part of it, for reading. A reader that stops early must destroy it, as `for await` does.
 * Throws `BlobNotFoundError`.
 */
export async function openBlob(connection: BucketConnection, key: string, range?: BlobRange): Promise<Readable> {
  const { body } = await requestBlob(connection, key, range);
  return Readable.from(withIdleDeadline(body, connection.timeouts.idleTimeoutMs), { objectMode: false });
}

/** Reads a whole blob into memory. Throws `BlobNotFoundError`, and `BlobTooLargeError` before more than that is read. */
export async function readBlob(
  connection: BucketConnection,
  key: string,
  { sizeBytesMax }: { readonly sizeBytesMax: number },
): Promise<Uint8Array> {
  const { body, sizeBytes } = await requestBlob(connection, key);
  if (sizeBytes > sizeBytesMax) {
    body.destroy();
    throw new BlobTooLargeError(key, sizeBytesMax);
  }
  const chunks: Uint8Array[] = [];
  let readBytes = 0;
  for await (const chunk of withIdleDeadline(body, connection.timeouts.idleTimeoutMs)) {
    readBytes += chunk.byteLength;
    if (readBytes > sizeBytesMax) throw new BlobTooLargeError(key, sizeBytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function requestBlob(
  { internal, bucket, timeouts }: BucketConnection,
  key: string,
  range?: BlobRange,
): Promise<{ body: Readable; sizeBytes: number }> {
  assertBlobKey(key);
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...(range ? { Range: rangeHeader(range) } : {}) });
  try {
    const answer = await withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
    if (!(answer.Body instanceof Readable)) throw new Error('The bucket answered without a body.');
    return { body: answer.Body, sizeBytes: answer.ContentLength ?? 0 };
  } catch (error) {
    throw isMissing(error) ? new BlobNotFoundError(key) : error;
  }
}

export interface ListOptions {
  readonly prefix: string;
  /** Only keys after this one: the last key of the page before. */
  readonly after?: string;
  /** 1 to 1000. */
  readonly limit: number;
}

export interface BlobEntry {
  readonly key: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/**
 * One page of blobs in the order of their keys' bytes. A page shorter than `limit` is the last: S3 itself may give fewer and go on,
 * so it is asked until the page is full or S3 says that this was the end.
 */
export async function listBlobs(connection: BucketConnection, options: ListOptions): Promise<BlobEntry[]> {
  const { prefix, after, limit } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('A page has 1 to 1000 entries.');
  const entries: BlobEntry[] = [];
  let place: ListPlace = after === undefined ? {} : { StartAfter: after };
  for (;;) {
    const answer = await listOnce(connection, { Prefix: prefix, MaxKeys: limit - entries.length, ...place });
    entries.push(...(answer.Contents ?? []).map(toEntry));
    if (answer.IsTruncated !== true || entries.length >= limit) return entries;
    if (!answer.NextContinuationToken)
      throw new Error('The bucket has more to list and does not say where it goes on.');
    place = { ContinuationToken: answer.NextContinuationToken };
  }
}

type ListPlace = Pick<ListObjectsV2CommandInput, 'StartAfter' | 'ContinuationToken'>;

function listOnce(
  { internal, bucket, timeouts }: BucketConnection,
  asked: Omit<ListObjectsV2CommandInput, 'Bucket'>,
): Promise<ListObjectsV2CommandOutput> {
  const command = new ListObjectsV2Command({ Bucket: bucket, ...asked });
  return withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
}

function toEntry({ Key = '', Size = 0, LastModified = new Date(0) }: S3Object): BlobEntry {
  return { key: Key, sizeBytes: Size, modifiedAt: LastModified };
}

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
} from '@aws-sdk/client-s3';
import type { Part } from '@aws-sdk/client-s3';
import type { BucketConnection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import { sha256Base64, sha256HexOf } from './digests.ts';
import { assertBlobKey } from './key.ts';

/** Parts but the last have at least 5 MiB, and there are at most 10 000 (S3's own limits). */
export const PARTS_MAX = 10_000;

/** A blob that is being put in parts. */
export interface MultipartAddress {
  readonly key: string;
  readonly uploadId: string;
}

export interface StoredPart {
  /** From 1. */
  readonly number: number;
  readonly sizeBytes: number;
  /** Without quotes. */
  readonly etag: string;
  readonly sha256Hex?: string;
}

/** Begins a blob in parts; each part must come with its SHA-256. @returns the upload's id. */
export async function startMultipart(
  { internal, bucket, timeouts }: BucketConnection,
  { key, contentType }: { readonly key: string; readonly contentType: string },
): Promise<string> {
  assertBlobKey(key);
  const command = new CreateMultipartUploadCommand({
    Bucket: bucket,
    Key: key,
    ContentType: contentType,
    ChecksumAlgorithm: 'SHA256',
  });
  const { UploadId } = await withDeadline(timeouts.callTimeoutMs, (abortSignal) =>
    internal.send(command, { abortSignal }),
  );
  if (UploadId === undefined) throw new Error('The bucket began an upload without an id.');
  return UploadId;
}

/** The parts that have arrived, in order; `null` when there is no such upload (any more). */
export async function listParts(
  { internal, bucket, timeouts }: BucketConnection,
  { key, uploadId }: MultipartAddress,
): Promise<StoredPart[] | null> {
  assertBlobKey(key);
  const parts: StoredPart[] = [];
  let after: string | undefined;
  try {
    for (let page = 0; page < PARTS_MAX; page++) {
      const command = new ListPartsCommand({
        Bucket: bucket,
        Key: key,
        UploadId: uploadId,
        ...(after === undefined ? {} : { PartNumberMarker: after }),
      });
      const answer = await withDeadline(timeouts.callTimeoutMs, (abortSignal) =>
        internal.send(command, { abortSignal }),
      );
      for (const part of answer.Parts ?? []) parts.push(toStoredPart(part));
      after = answer.NextPartNumberMarker;
      if (answer.IsTruncated !== true || after === undefined) break;
    }
    return parts;
  } catch (error) {
    if (isNoSuchUpload(error)) return null;
    throw error;
  }
}

function toStoredPart(part: Part): StoredPart {
  const sha256Hex = sha256HexOf(part.ChecksumSHA256);
  return {
    number: part.PartNumber ?? 0,
    sizeBytes: part.Size ?? 0,
    etag: (part.ETag ?? '').replaceAll('"', ''),
    ...(sha256Hex === undefined ? {} : { sha256Hex }),
  };
}

/** Makes the parts one blob. False when there is no such upload: it was completed or given up before. */
export async function completeMultipart(
  connection: BucketConnection,
  { key, uploadId, parts }: MultipartAddress & { readonly parts: readonly StoredPart[] },
): Promise<boolean> {
  assertBlobKey(key);
  const { internal, bucket, timeouts } = connection;
  const Parts = parts.map(({ number, etag, sha256Hex }) => ({
    PartNumber: number,
    ETag: etag,
    ...(sha256Hex === undefined ? {} : { ChecksumSHA256: sha256Base64(sha256Hex) }),
  }));
  const command = new CompleteMultipartUploadCommand({
    Bucket: bucket,
    Key: key,
    UploadId: uploadId,
    MultipartUpload: { Parts },
  });
  try {
    await withDeadline(timeouts.assembleTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
    return true;
  } catch (error) {
    // Ceph answers 500 for an upload that is over, as for one it is making whole at this moment.
    if (isNoSuchUpload(error) || (await isOver(connection, { key, uploadId }))) return false;
    throw error;
  }
}

/** False also when nobody can say: the fault that made one ask is then the one to tell. */
async function isOver(connection: BucketConnection, address: MultipartAddress): Promise<boolean> {
  const parts = await listParts(connection, address).catch(() => undefined);
  return parts === null;
}

/** Gives an upload up and removes its parts; one that is not there is no fault. */
export async function abortMultipart(
  { internal, bucket, timeouts }: BucketConnection,
  { key, uploadId }: MultipartAddress,
): Promise<void> {
  assertBlobKey(key);
  const command = new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId });
  try {
    await withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
  } catch (error) {
    if (!isNoSuchUpload(error)) throw error;
  }
}

/** Ceph says NoSuchKey of an upload whose parts are asked for; no call here asks for an object. */
function isNoSuchUpload(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchUpload' || error.name === 'NoSuchKey');
}

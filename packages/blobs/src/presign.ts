import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BucketConnection } from './connection.ts';
import { sha256Base64 } from './digests.ts';
import { assertBlobKey } from './key.ts';

const EXPIRES_SECONDS_MAX = 7 * 24 * 60 * 60;
const PUT_SIZE_BYTES_MAX = 5 * 2 ** 30;
const CHECKSUM_HEADER = 'x-amz-checksum-sha256';

export interface PresignPutOptions {
  readonly key: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
  readonly expiresInSeconds: number;
}

/** What a client needs to put the bytes: it sends exactly these headers and exactly the announced bytes. */
export interface PresignedPut {
  readonly url: string;
  readonly method: 'PUT';
  /** Content-Length is signed too but not listed: every client sends it by itself, and browsers forbid setting it. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly expiresAt: Date;
}

/** Signs a PUT that takes these very bytes and no others: key, length, type and SHA-256 are part of the signature. */
export async function presignPut(connection: BucketConnection, options: PresignPutOptions): Promise<PresignedPut> {
  const { key, contentType, sizeBytes, sha256Hex, expiresInSeconds } = options;
  assertBlobKey(key);
  assertLifetime(expiresInSeconds);
  if (!Number.isInteger(sizeBytes) || sizeBytes < 0 || sizeBytes > PUT_SIZE_BYTES_MAX) {
    throw new RangeError('One PUT takes 0 bytes to 5 GiB.');
  }
  const checksum = sha256Base64(sha256Hex);
  const signingDate = new Date();
  const command = new PutObjectCommand({
    Bucket: connection.bucket,
    Key: key,
    ContentType: contentType,
    ContentLength: sizeBytes,
    ChecksumSHA256: checksum,
  });
  const url = await getSignedUrl(connection.signing, command, {
    expiresIn: expiresInSeconds,
    signingDate,
    // The presigner leaves type and length unsigned and moves the checksum into the query unless told otherwise.
    signableHeaders: new Set(['content-type', 'content-length', CHECKSUM_HEADER]),
    unhoistableHeaders: new Set([CHECKSUM_HEADER]),
  });
  const headers = [
    { name: 'content-type', value: contentType },
    { name: CHECKSUM_HEADER, value: checksum },
  ];
  return { url, method: 'PUT', headers, expiresAt: new Date(signingDate.getTime() + expiresInSeconds * 1000) };
}

export interface PresignGetOptions {
  readonly key: string;
  /** The name a browser saves the file under; any Unicode. */
  readonly filename?: string;
  /** Replaces the type the blob was stored with. */
  readonly contentType?: string;
  /** Save rather than show. */
  readonly download?: boolean;
  readonly expiresInSeconds: number;
}

/** @throws RangeError when a link would live for no time or too long. */
export function assertLifetime(expiresInSeconds: number): void {
  if (!Number.isInteger(expiresInSeconds) || expiresInSeconds < 1 || expiresInSeconds > EXPIRES_SECONDS_MAX) {
    throw new RangeError('A link lives 1 second to 7 days.');
  }
}

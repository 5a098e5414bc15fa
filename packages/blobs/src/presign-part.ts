import { UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BucketConnection } from './connection.ts';
import { sha256Base64 } from './digests.ts';
import { assertBlobKey } from './key.ts';
import type { MultipartAddress } from './multipart.ts';
import { PARTS_MAX } from './multipart.ts';
import type { PresignedPut } from './presign.ts';
import { assertLifetime } from './presign.ts';

export interface PresignPartOptions extends MultipartAddress {
  /** From 1. */
  readonly number: number;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
  readonly expiresInSeconds: number;
}

const PART_SIZE_BYTES_MAX = 5 * 2 ** 30;
const CHECKSUM_HEADER = 'x-amz-checksum-sha256';

/** Signs a PUT of one part that takes these very bytes: number, length and SHA-256 are part of the signature. */
export async function presignPart(connection: BucketConnection, options: PresignPartOptions): Promise<PresignedPut> {
  const { key, uploadId, number, sizeBytes, sha256Hex, expiresInSeconds } = options;
  assertBlobKey(key);
  assertLifetime(expiresInSeconds);
  if (!Number.isInteger(number) || number < 1 || number > PARTS_MAX)
    throw new RangeError('Parts are numbered 1 to 10000.');
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > PART_SIZE_BYTES_MAX) {
    throw new RangeError('A part has 1 byte to 5 GiB.');
  }
  const checksum = sha256Base64(sha256Hex);
  const signingDate = new Date();
  const command = new UploadPartCommand({
    Bucket: connection.bucket,
    Key: key,
    UploadId: uploadId,
    PartNumber: number,
    ContentLength: sizeBytes,
    ChecksumSHA256: checksum,
  });
  const url = await getSignedUrl(connection.signing, command, {
    expiresIn: expiresInSeconds,
    signingDate,
    signableHeaders: new Set(['content-length', CHECKSUM_HEADER]),
    unhoistableHeaders: new Set([CHECKSUM_HEADER]),
  });
  const headers = [{ name: CHECKSUM_HEADER, value: checksum }];
  return { url, method: 'PUT', headers, expiresAt: new Date(signingDate.getTime() + expiresInSeconds * 1000) };
}

import { createHash } from 'node:crypto';
import type { CreateBucketCommandInput } from '@aws-sdk/client-s3';
import { CreateBucketCommand, DeleteObjectCommand, HeadBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { BucketConnection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import { sha256Base64 } from './digests.ts';
import { isMissing } from './errors.ts';
import { assertBlobKey } from './key.ts';
import { uploadTimeoutMs } from './timeouts.ts';

export interface PutOptions {
  readonly key: string;
  readonly body: Uint8Array;
  readonly contentType: string;
  /** Computed from the body when the caller does not know it; the bucket refuses bytes that differ. */
  readonly sha256Hex?: string;
}

/** Stores bytes under a key, replacing what is there; safe to repeat. */
export async function putBlob({ internal, bucket, timeouts }: BucketConnection, options: PutOptions): Promise<void> {
  const { key, body, contentType } = options;
  assertBlobKey(key);
  const sha256Hex = options.sha256Hex ?? createHash('sha256').update(body).digest('hex');
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: body,
    ContentType: contentType,
    ContentLength: body.byteLength,
    ChecksumSHA256: sha256Base64(sha256Hex),
  });
  await withDeadline(uploadTimeoutMs(timeouts, body.byteLength), (abortSignal) =>
    internal.send(command, { abortSignal }),
  );
}

/** Removes a blob; one that is not there is no fault. */
export async function removeBlob({ internal, bucket, timeouts }: BucketConnection, key: string): Promise<void> {
  assertBlobKey(key);
  const command = new DeleteObjectCommand({ Bucket: bucket, Key: key });
  await withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
}

/** Makes the bucket when it is missing. Several services may do this at once. */
export async function ensureBucket(connection: BucketConnection): Promise<void> {
  const { internal, bucket, timeouts } = connection;
  try {
    const command = new HeadBucketCommand({ Bucket: bucket });
    await withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
  } catch (error) {
    if (!isMissing(error)) throw error;
    await createBucket(connection);
  }
}

async function createBucket(connection: BucketConnection): Promise<void> {
  const { internal, bucket, region, ownEndpoint, timeouts } = connection;
  // Amazon wants the region named, except for the oldest one, where it refuses the name.
  const needsPlace = !ownEndpoint && region !== 'us-east-1';
  const place = { LocationConstraint: region } as CreateBucketCommandInput['CreateBucketConfiguration'];
  const command = new CreateBucketCommand({
    Bucket: bucket,
    ...(needsPlace && place ? { CreateBucketConfiguration: place } : {}),
  });
  try {
    await withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'BucketAlreadyOwnedByYou')) throw error;
  }
}

import { createHash } from 'node:crypto';
import type { ImageResult } from '@modu/engine-image';
import type { AssetsClient, UploadTicket } from '../store/assets-client.ts';
import { isRemoteRefusal } from '../store/remote-answer.ts';
import type { RemoteRefusal } from '../store/remote-answer.ts';
import type { Arrow } from './arrows.ts';
import type { PutBytes } from './put-bytes.ts';
import { RunFailure } from './run-failure.ts';

interface StoreOptions {
  readonly assets: AssetsClient;
  readonly put: PutBytes;
  readonly arrow: Arrow;
  readonly picture: Pick<ImageResult, 'bytes' | 'contentType'>;
  readonly jobId: string;
  /** Which picture of the job it is. */
  readonly index: number;
  readonly imageId: string;
  readonly ownerId: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
}

const CODES: Readonly<Record<string, string>> = { QUOTA_EXCEEDED: 'QUOTA_EXCEEDED' };

/**
 * Brings the picture into the bucket. A repeated run finds what an earlier one had begun under the same key, and finishes it.
 * @returns the asset's id.
 */
export async function storePicture(options: StoreOptions): Promise<string> {
  const { assets, put, arrow, picture, ownerId, attempt, signal } = options;
  const ticket = await requestUpload(options);
  await arrow('requested');
  if (attempt > 1 && !isRemoteRefusal(await assets.completeUpload(ownerId, ticket.id))) return ticket.id;
  await put(ticket, { bytes: picture.bytes, signal });
  await arrow('put');
  const asset = await assets.completeUpload(ownerId, ticket.id);
  if (isRemoteRefusal(asset)) throw storageFailure(asset);
  await arrow('uploaded');
  return asset.id;
}

async function requestUpload(options: StoreOptions): Promise<UploadTicket> {
  const { assets, picture, jobId, index, imageId, ownerId, attempt } = options;
  const idempotencyKey = index === 0 ? `${jobId}:original` : `${jobId}:original-${index}`;
  const { bytes, contentType } = picture;
  const announced = {
    ...{ filename: `${imageId}.png`, contentType, sizeBytes: bytes.byteLength, imageId },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const ticket = await assets.requestUpload(ownerId, { ...announced, idempotencyKey });
  if (!isRemoteRefusal(ticket)) return ticket;
  if (ticket.code !== 'CONFLICT') throw storageFailure(ticket);
  // An earlier run announced other bytes: not every engine makes the same picture twice.
  const again = await assets.requestUpload(ownerId, { ...announced, idempotencyKey: `${idempotencyKey}:${attempt}` });
  if (isRemoteRefusal(again)) throw storageFailure(again);
  return again;
}

function storageFailure({ code, message }: RemoteRefusal): RunFailure {
  const known = CODES[code];
  return new RunFailure(known ?? 'STORAGE_FAILED', { retryable: !known, cause: new Error(`${code}: ${message}`) });
}

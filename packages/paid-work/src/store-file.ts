import { createHash } from 'node:crypto';
import { assetIdOf } from '@modu/ids';
import type { AnnouncedFile, AssetsClient, UploadTicket } from './assets-client.ts';
import type { PutBytes } from './put-bytes.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import type { RemoteRefusal } from './remote-answer.ts';
import { RunFailure } from './run-failure.ts';

/** Where a run stands with a file that it stores. */
export type StoredStep = 'requested' | 'put' | 'uploaded';

interface StoreOptions {
  readonly assets: AssetsClient;
  readonly put: PutBytes;
  readonly file: Omit<AnnouncedFile, 'sizeBytes' | 'sha256'> & { readonly bytes: Uint8Array };
  readonly ownerId: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
  /** Awaited after each step, with the id that the asset has or will have. */
  readonly onStep?: (step: StoredStep, assetId: string) => Promise<void>;
}

const CODES: Readonly<Record<string, string>> = { QUOTA_EXCEEDED: 'QUOTA_EXCEEDED' };
const ignoreStep = () => Promise.resolve();

/**
 * Brings a file into the bucket on its owner's behalf. A repeated run finds what an earlier one had begun under the same key,
 * and finishes it. @returns the asset's id.
 */
export async function storeFile(options: StoreOptions): Promise<string> {
  const { assets, put, file, ownerId, attempt, signal, onStep = ignoreStep } = options;
  const ticket = await requestUpload(options);
  await onStep('requested', ticket.id);
  if (attempt > 1 && !isRemoteRefusal(await assets.completeUpload(ownerId, ticket.id))) return ticket.id;
  await put(ticket, { bytes: file.bytes, signal });
  await onStep('put', ticket.id);
  const asset = await assets.completeUpload(ownerId, ticket.id);
  if (isRemoteRefusal(asset)) throw storageFailure(asset);
  await onStep('uploaded', asset.id);
  return asset.id;
}

/** The keys under which runs of a job may have stored a file. */
function keysOf(key: string, attempt: number): string[] {
  return [key, ...Array.from({ length: Math.max(0, attempt) }, (_, n) => repeatKey(key, n + 1))];
}

const repeatKey = (key: string, attempt: number) => `${key}:${attempt}`;

/** Deletes the files that runs of a job may have stored under these keys. */
export async function discardFiles(
  assets: Pick<AssetsClient, 'deleteAsset'>,
  { ownerId, attempt, keys }: { readonly ownerId: string; readonly attempt: number; readonly keys: readonly string[] },
): Promise<void> {
  for (const key of keys.flatMap((one) => keysOf(one, attempt)))
    await assets.deleteAsset(ownerId, assetIdOf(ownerId, key));
}

async function requestUpload({ assets, file, ownerId, attempt }: StoreOptions): Promise<UploadTicket> {
  const { bytes, ...named } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = { ...named, sizeBytes: bytes.byteLength, sha256 };
  const ticket = await assets.requestUpload(ownerId, announced);
  if (!isRemoteRefusal(ticket)) return ticket;
  if (ticket.code !== 'CONFLICT') throw storageFailure(ticket);
  // An earlier run announced other bytes: not every engine makes the same thing twice. This one may have, too, when what was said is corrected.
  const ofRun = repeatKey(file.idempotencyKey, attempt);
  for (const idempotencyKey of [ofRun, `${ofRun}:${sha256.slice(0, 16)}`]) {
    const again = await assets.requestUpload(ownerId, { ...announced, idempotencyKey });
    if (!isRemoteRefusal(again)) return again;
    if (again.code !== 'CONFLICT') throw storageFailure(again);
  }
  throw storageFailure(ticket);
}

function storageFailure({ code, message }: RemoteRefusal): RunFailure {
  const known = CODES[code];
  return new RunFailure(known ?? 'STORAGE_FAILED', { retryable: !known, cause: new Error(`${code}: ${message}`) });
}

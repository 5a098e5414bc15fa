import { assetIdOf } from '@modu/ids';
import type { AnnouncedFile, AssetsClient, UploadTicket } from './assets-client.ts';
import type { PutBytes } from './put-bytes.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import { putAsTold } from './put-as-told.ts';
import { sha256Of } from './sha256-of.ts';
import { storageFailure } from './storage-failure.ts';

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

const ignoreStep = () => Promise.resolve();

/**
 * Brings a file into the bucket on its owner's behalf. A repeated run finds what an earlier one had begun under the same key,
 * and finishes it. @returns the asset's id.
 */
export async function storeFile(options: StoreOptions): Promise<string> {
  const { assets, put, file, ownerId, attempt, signal, onStep = ignoreStep } = options;
  const { ticket, isAnothers } = await requestUpload(options);
  await onStep('requested', ticket.id);
  if ((attempt > 1 || isAnothers) && !isRemoteRefusal(await assets.completeUpload(ownerId, ticket.id)))
    return ticket.id;
  await putAsTold(ticket, { assets, put, ownerId, bytes: file.bytes, signal });
  await onStep('put', ticket.id);
  const asset = await assets.completeUpload(ownerId, ticket.id);
  if (isRemoteRefusal(asset)) throw storageFailure(asset);
  await onStep('uploaded', asset.id);
  return asset.id;
}

/** The keys under which runs of a job may have stored a file. */
function keysOf(key: string, attempt: number): string[] {
  return [key, ...Array.from({ length: Math.max(0, attempt) }, (_, n) => repeatKeys(key, n + 1)).flat()];
}

/** One run stores other bytes under one key so many times at most: when it is begun anew, or what was said is corrected. */
const REPEATS_MAX = 4;

/** The keys of one run, in the order in which it takes them; all are known from its number, so that they can be cleared away. */
function repeatKeys(key: string, attempt: number): string[] {
  const ofRun = `${key}:${attempt}`;
  return [ofRun, ...Array.from({ length: REPEATS_MAX - 1 }, (_, n) => `${ofRun}:${n + 2}`)];
}

/** The file that runs of a job before this one have stored under a key, if it is there. */
export async function findStored(
  assets: Pick<AssetsClient, 'find'>,
  { ownerId, attempt, key }: { readonly ownerId: string; readonly attempt: number; readonly key: string },
): Promise<string | undefined> {
  for (const one of keysOf(key, attempt)) {
    const found = await assets.find(ownerId, assetIdOf(ownerId, one));
    if (found?.status === 'READY') return found.id;
  }
  return undefined;
}

/** Deletes the files that runs of a job may have stored under these keys. */
export async function discardFiles(
  assets: Pick<AssetsClient, 'deleteAsset'>,
  { ownerId, attempt, keys }: { readonly ownerId: string; readonly attempt: number; readonly keys: readonly string[] },
): Promise<void> {
  for (const key of keys.flatMap((one) => keysOf(one, attempt)))
    await assets.deleteAsset(ownerId, assetIdOf(ownerId, key));
}

interface Requested {
  readonly ticket: UploadTicket;
  /** It is the ticket of another key's file: the picture is there already, as an earlier run made it. */
  readonly isAnothers: boolean;
}

/**
 * An earlier run may have announced other bytes: not every engine makes the same thing twice. This one may have, too, when what
 * was said is corrected. So each has keys of its own to go on with.
 */
async function requestUpload({ assets, file, ownerId, attempt }: StoreOptions): Promise<Requested> {
  const { bytes, ...named } = file;
  const announced = { ...named, sizeBytes: bytes.byteLength, sha256: await sha256Of(bytes) };
  const ask = async (key: string) => ({
    key,
    ticket: await assets.requestUpload(ownerId, { ...announced, idempotencyKey: key }),
  });
  let asked = await ask(file.idempotencyKey);
  for (const key of repeatKeys(file.idempotencyKey, attempt)) {
    if (isRemoteRefusal(asked.ticket) && asked.ticket.code === 'CONFLICT') asked = await ask(key);
  }
  const { key, ticket } = asked;
  if (isRemoteRefusal(ticket)) throw storageFailure(ticket);
  return { ticket, isAnothers: ticket.id !== assetIdOf(ownerId, key) };
}

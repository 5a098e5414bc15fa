import type { Asset } from '../domain/asset.ts';
import { everyPart } from '../domain/multipart.ts';
import type { Multipart, ReceivedPart } from '../domain/multipart.ts';
import type { UploadTicket } from '../domain/upload-ticket.ts';
import type { AssetsDeps } from './deps.ts';

const TICKET_SECONDS = 15 * 60;
/** A file in parts may be taken up again on another day. */
const MULTIPART_TICKET_SECONDS = 7 * 24 * 3_600;

export function ticketEnd(now: Date, { multipart }: { readonly multipart?: Multipart } = {}): Date {
  return new Date(now.getTime() + (multipart ? MULTIPART_TICKET_SECONDS : TICKET_SECONDS) * 1_000);
}

/** Gives the way to put a file: whole, or in parts that are signed when they are about to be sent. */
export async function signTicket(asset: Asset, deps: Pick<AssetsDeps, 'blobs'>): Promise<UploadTicket> {
  return asset.multipart ? partsTicket(asset, asset.multipart, deps) : wholeTicket(asset, deps);
}

/** Signs a PUT that takes these very bytes and no others: length, type and SHA-256 are part of the signature. */
async function wholeTicket(asset: Asset, { blobs }: Pick<AssetsDeps, 'blobs'>): Promise<UploadTicket> {
  const { id, objectKey, contentType, sizeBytes, sha256, expiresAt } = asset;
  const { url, method, headers } = await blobs.presignPut({
    key: objectKey,
    contentType,
    sizeBytes,
    sha256Hex: sha256,
    expiresInSeconds: TICKET_SECONDS,
  });
  return { id, method, url, headers, parts: null, partSizeBytes: null, received: [], expiresAt };
}

async function partsTicket(
  { id, objectKey, sizeBytes, expiresAt }: Asset,
  { uploadId, partSizeBytes }: Multipart,
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<UploadTicket> {
  const stored = await blobs.listParts({ key: objectKey, uploadId });
  // Made one already: nothing is left to put.
  const received: readonly ReceivedPart[] = stored ?? everyPart({ sizeBytes, partSizeBytes });
  return { id, method: 'PUT', url: null, headers: [], parts: [], partSizeBytes, received, expiresAt };
}

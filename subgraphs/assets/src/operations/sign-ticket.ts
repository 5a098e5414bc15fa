import type { Asset } from '../domain/asset.ts';
import type { UploadTicket } from '../domain/upload-ticket.ts';
import type { AssetsDeps } from './deps.ts';

const TICKET_SECONDS = 15 * 60;

export function ticketEnd(now: Date): Date {
  return new Date(now.getTime() + TICKET_SECONDS * 1_000);
}

/** Signs a PUT that takes these very bytes and no others: length, type and SHA-256 are part of the signature. */
export async function signTicket(asset: Asset, { blobs }: Pick<AssetsDeps, 'blobs'>): Promise<UploadTicket> {
  const { id, objectKey, contentType, sizeBytes, sha256, expiresAt } = asset;
  const { url, method, headers } = await blobs.presignPut({
    key: objectKey,
    contentType,
    sizeBytes,
    sha256Hex: sha256,
    expiresInSeconds: TICKET_SECONDS,
  });
  return { id, method, url, headers, parts: null, partSizeBytes: null, expiresAt };
}

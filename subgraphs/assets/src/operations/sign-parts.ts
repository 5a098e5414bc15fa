import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { canStillComplete } from '../domain/asset.ts';
import { partBytesOf, partCountOf } from '../domain/multipart.ts';
import { refuseRejected } from '../domain/rejection-refusal.ts';
import type { SignedPart } from '../domain/upload-ticket.ts';
import type { AssetsDeps } from './deps.ts';
import { findOwnAsset } from './find-own-asset.ts';
import { ticketEnd } from './sign-ticket.ts';

export interface WantedPart {
  readonly number: number;
  readonly sha256: string;
}

const PARTS_AT_ONCE_MAX = 100;
const PART_SECONDS = 3_600;
/** A ticket that is being used is not written anew for every part. */
const EXTEND_AFTER_MS = 3_600_000;

/**
 * Signs parts that are about to be sent: each URL takes the bytes of that SHA-256 and nothing else. Using a ticket moves
 * its end.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function signUploadParts(
  { id, parts }: { readonly id: string; readonly parts: readonly WantedPart[] },
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<{ readonly id: string; readonly parts: readonly SignedPart[] } | Refusal> {
  requireUser(viewer, 'files');
  const asset = await findOwnAsset(id, { viewer, deps });
  if (!asset) return refuse('NOT_FOUND', 'upload.unknown', { path: ['id'] });
  const { multipart, status, objectKey, sizeBytes } = asset;
  if (status === 'REJECTED') return refuseRejected(asset.rejection);
  if (status !== 'AWAITING_UPLOAD') return refuse('ALREADY_FINISHED', 'upload.finished', { path: ['id'] });
  if (!multipart) return refuse('INVALID_INPUT', 'upload.notInParts', { path: ['id'] });
  const now = deps.now();
  if (!canStillComplete(asset, now)) return refuseRejected('EXPIRED');
  const whole = { sizeBytes, partSizeBytes: multipart.partSizeBytes };
  const wrong = findWrong(parts, partCountOf(whole));
  if (wrong) return wrong;

  const end = ticketEnd(now, asset);
  if (end.getTime() - asset.expiresAt.getTime() > EXTEND_AFTER_MS) await deps.assets.extend(asset, end);
  const signed = parts.map(async ({ number, sha256 }): Promise<SignedPart> => {
    const { url, headers } = await deps.blobs.presignPart({
      key: objectKey,
      uploadId: multipart.uploadId,
      number,
      sizeBytes: partBytesOf(number, whole),
      sha256Hex: sha256,
      expiresInSeconds: PART_SECONDS,
    });
    return { number, url, headers };
  });
  return { id, parts: await Promise.all(signed) };
}

function findWrong(parts: readonly WantedPart[], count: number): Refusal | undefined {
  if (parts.length < 1 || parts.length > PARTS_AT_ONCE_MAX) {
    return refuse('INVALID_INPUT', 'page.size', { path: ['parts'], params: { max: PARTS_AT_ONCE_MAX } });
  }
  const strange = parts.find(({ number, sha256 }) => number < 1 || number > count || !/^[0-9a-f]{64}$/.test(sha256));
  return strange && refuse('INVALID_INPUT', 'upload.part', { path: ['parts'], params: { count } });
}

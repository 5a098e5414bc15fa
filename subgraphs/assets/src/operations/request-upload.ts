import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { countedBytes, sameAnnouncement } from '../domain/asset.ts';
import type { Announcement, Asset } from '../domain/asset.ts';
import { parseUploadRequest } from '../domain/upload-request.ts';
import type { UploadRequest } from '../domain/upload-request.ts';
import type { UploadTicket } from '../domain/upload-ticket.ts';
import type { AssetsDeps } from './deps.ts';
import { beginParts, forgetParts, renewParts } from './begin-parts.ts';
import { busy, concludeOriginals, placeOf } from './earlier-originals.ts';
import { findUnderKey, idUnderKey } from './find-under-key.ts';
import { reserveStorage } from './reserve-storage.ts';
import { signTicket, ticketEnd } from './sign-ticket.ts';

/**
 * Announces a file: its bytes are reserved, a draft is written that nobody sees, and the way to put it is given. The same
 * key with the same file gives a ticket for the same asset again, also after an earlier try expired or failed.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function requestUpload(
  request: UploadRequest,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<UploadTicket | Refusal> {
  const ownerId = requireUser(viewer, 'files');
  const announced = parseUploadRequest(request, deps);
  if (isRefusal(announced)) return announced;
  if (announced.purpose !== 'FILE' && viewer.kind !== 'service') {
    return refuse('FORBIDDEN', 'upload.purpose', { path: ['input', 'purpose'] });
  }
  const key = request.idempotencyKey;
  const id = key ? idUnderKey(key, { ownerId, viewer }) : createId();
  const original = await concludeOriginals({ id, ownerId, announced }, deps);
  if (isRefusal(original)) return original;
  if (original) return signAgain(original, deps);
  const known = key ? await findUnderKey(key, { ownerId, viewer, deps }) : undefined;
  return known ? resumeUpload(known, announced, deps) : beginUpload({ id, ownerId, announced }, deps);
}

interface NewUpload {
  readonly id: string;
  readonly ownerId: string;
  readonly announced: Announcement;
}

async function beginUpload({ id, ownerId, announced }: NewUpload, deps: AssetsDeps): Promise<UploadTicket | Refusal> {
  const reservation = await reserveStorage({ ownerId, assetId: id, bytes: countedBytes(announced) }, deps);
  if (isRefusal(reservation)) return reservation;
  const objectKey = await placeOf({ id, ownerId, announced }, deps);
  const multipart = await beginParts({ ...announced, objectKey }, deps);
  const draft: Asset = {
    id,
    ownerId,
    ...announced,
    status: 'AWAITING_UPLOAD',
    objectKey,
    ...multipart,
    reservation,
    createdAt: deps.now(),
    expiresAt: ticketEnd(deps.now(), multipart),
  };
  if (await deps.assets.insert(draft)) return signTicket(draft, deps);

  // The same request at the same moment was faster: ours gives its bytes back and takes the other's place.
  await forgetParts(draft, deps);
  await deps.storage.giveBack(ownerId, { token: reservation, bytes: countedBytes(announced) });
  const winner = await deps.assets.find(id);
  return winner ? resumeUpload(winner, announced, deps) : refuse('CONFLICT', 'upload.keyUsed');
}

async function resumeUpload(known: Asset, announced: Announcement, deps: AssetsDeps): Promise<UploadTicket | Refusal> {
  if (!sameAnnouncement(known, announced)) {
    return refuse('CONFLICT', 'upload.keyUsed', { path: ['input', 'idempotencyKey'] });
  }
  switch (known.status) {
    case 'AWAITING_UPLOAD': {
      const extended = await deps.assets.extend(known, ticketEnd(deps.now(), known));
      const whole = extended && (await renewParts(extended, deps));
      return whole ? signTicket(whole, deps) : busy();
    }
    // Whoever died after completing asks again and puts the same bytes again: length and hash are bound, so no harm.
    case 'SCANNING':
    case 'READY':
      return signAgain(known, deps);
    case 'REJECTED':
      return reviveUpload(known, deps);
    case 'DELETED':
      return refuse('CONFLICT', 'upload.keyUsed', { path: ['input', 'idempotencyKey'] });
  }
}

/** The record tells of the new ticket: should the file be deleted, its bytes are looked for once more after that has ended. */
async function signAgain(known: Asset, deps: AssetsDeps): Promise<UploadTicket | Refusal> {
  const extended = await deps.assets.extend(known, ticketEnd(deps.now(), known));
  return extended ? signTicket(extended, deps) : busy();
}

async function reviveUpload(known: Asset, deps: AssetsDeps): Promise<UploadTicket | Refusal> {
  const { ownerId, id } = known;
  const reservation = await reserveStorage({ ownerId, assetId: id, bytes: countedBytes(known) }, deps);
  if (isRefusal(reservation)) return reservation;
  const now = deps.now();
  const multipart = await beginParts(known, deps);
  const fresh = { reservation, expiresAt: ticketEnd(now, multipart), now, ...multipart };
  const revived = await deps.assets.revive(known, fresh);
  if (revived) return signTicket(revived, deps);
  await forgetParts({ objectKey: known.objectKey, ...multipart }, deps);
  await deps.storage.giveBack(ownerId, { token: reservation, bytes: countedBytes(known) });
  return busy();
}

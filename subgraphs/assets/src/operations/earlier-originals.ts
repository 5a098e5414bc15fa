import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Announcement, Asset } from '../domain/asset.ts';
import { laterOriginalKeyOf, objectKeyOf, originalsOf } from '../domain/object-key.ts';
import type { AssetsDeps } from './deps.ts';
import { rejectUpload } from './reject-upload.ts';

/** The remains of a failed try may be in the way for a moment; then the client is asked to come back. */
const BUSY_RETRY_MS = 5_000;
/** A job is tried three times; more than this is nobody's work. */
const ORIGINALS_MAX = 100;

interface Announced {
  readonly id: string;
  readonly ownerId: string;
  readonly announced: Announcement;
}

/**
 * A picture has one original, though work that is repeated may announce it anew with other bytes: not every engine makes
 * the same thing twice. One that is READY stays the picture's. Open drafts of other runs end, and give their bytes back.
 * @returns the original that is there, why there can't be one, or `undefined` when the way is free.
 */
export async function concludeOriginals(
  { id, ownerId, announced }: Announced,
  deps: AssetsDeps,
): Promise<Asset | Refusal | undefined> {
  if (announced.purpose !== 'IMAGE_ORIGINAL') return undefined;
  const places = originalsOf(ownerId, announced);
  const all = await deps.assets.listByPlace({ ...places, limit: ORIGINALS_MAX });
  const others = all.filter((asset) => asset.id !== id);
  const kept = others.find(({ status }) => status === 'READY' || status === 'SCANNING');
  if (kept) return kept;
  if (others.some(({ status }) => status === 'DELETED')) return refuse('CONFLICT', 'upload.keyUsed');
  for (const draft of others) {
    if (draft.status === 'AWAITING_UPLOAD' && !(await rejectUpload(draft, 'ABORTED', deps))) return busy();
  }
  return undefined;
}

/**
 * Where the bytes are to lie. A ticket can't be called back: what another run may still put lies elsewhere than this.
 */
export async function placeOf({ id, ownerId, announced }: Announced, { assets }: AssetsDeps): Promise<string> {
  const place = objectKeyOf({ id, ownerId }, announced);
  if (announced.purpose !== 'IMAGE_ORIGINAL') return place;
  const isTaken = (await assets.findByPlace([place])).length > 0;
  return isTaken ? laterOriginalKeyOf({ id, ownerId }, announced) : place;
}

export function busy(): Refusal {
  return refuse('CONFLICT', 'upload.busy', { retryAfterMs: BUSY_RETRY_MS });
}

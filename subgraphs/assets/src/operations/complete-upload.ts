import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { canStillComplete } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import { refuseRejected } from '../domain/rejection-refusal.ts';
import type { AssetsDeps } from './deps.ts';
import { findOwnAsset } from './find-own-asset.ts';
import { inspectUpload } from './inspect-upload.ts';
import { rejectUpload } from './reject-upload.ts';

interface Completion {
  readonly id: string;
  readonly hasParts: boolean;
}

/**
 * Takes the report that the bytes were put: looks at what really arrived, and makes the asset READY or rejects it and
 * gives its bytes back. Each step depends on the state before it, so it may be repeated, at once or after a crash.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function completeUpload(
  { id, hasParts }: Completion,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<Asset | Refusal> {
  requireUser(viewer, 'files');
  if (hasParts) return refuse('INVALID_INPUT', 'upload.partsUnexpected', { path: ['parts'] });
  const asset = await findOwnAsset(id, { viewer, deps });
  if (!asset) return refuse('NOT_FOUND', 'upload.unknown', { path: ['id'] });
  if (asset.status !== 'AWAITING_UPLOAD') return answerFinished(asset, deps);
  if (!canStillComplete(asset, deps.now())) {
    await rejectUpload(asset, 'EXPIRED', deps);
    return refuseRejected('EXPIRED');
  }

  const verdict = await inspectUpload(asset, deps);
  if (verdict === 'MISSING') return refuse('UPLOAD_MISSING', 'upload.missing', { path: ['id'] });
  if (verdict === 'GOOD') await deps.assets.markReady(asset);
  else await rejectUpload(asset, verdict, deps);

  const after = await findOwnAsset(id, { viewer, deps });
  if (!after || after.status === 'AWAITING_UPLOAD') return refuse('CONFLICT', 'upload.busy', { retryAfterMs: 1_000 });
  return answerFinished(after, deps);
}

/** The answer for an upload that has come to its end, now or earlier; finishes what a crash left undone. */
async function answerFinished(asset: Asset, { storage }: AssetsDeps): Promise<Asset | Refusal> {
  const { ownerId, reservation, sizeBytes } = asset;
  switch (asset.status) {
    case 'READY':
      await storage.settle(ownerId, { token: reservation, bytes: sizeBytes });
      return asset;
    case 'REJECTED':
      await storage.giveBack(ownerId, { token: reservation, bytes: sizeBytes });
      return refuseRejected(asset.rejection);
    case 'DELETED':
      return refuse('ALREADY_FINISHED', 'upload.finished', { path: ['id'] });
    case 'SCANNING':
    case 'AWAITING_UPLOAD':
      return refuse('CONFLICT', 'upload.busy', { retryAfterMs: 1_000 });
  }
}

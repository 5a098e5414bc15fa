import { setTimeout } from 'node:timers/promises';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { canStillComplete, COMPLETION_GRACE_MS, countedBytes } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import { HELD_BYTES_MAX } from '../domain/content-limits.ts';
import { refuseRejected } from '../domain/rejection-refusal.ts';
import type { AssetsDeps } from './deps.ts';
import { assembleUpload } from './assemble-upload.ts';
import type { ReportedPart } from './assemble-upload.ts';
import { findOwnAsset } from './find-own-asset.ts';
import { inspectUpload } from './inspect-upload.ts';
import { rejectUpload } from './reject-upload.ts';

const CHECK_WAIT_MS = 8_000;
const CHECK_LOOK_MS = 100;

interface Completion {
  readonly id: string;
  /** For a file in parts: what was put, as far as the client reports it. */
  readonly parts?: readonly ReportedPart[];
}

/**
 * Takes the report that the bytes were put: looks at what really arrived, and makes the asset READY or rejects it and
 * gives its bytes back. Each step depends on the state before it, so it may be repeated, at once or after a crash.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function completeUpload(
  { id, parts = [] }: Completion,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<Asset | Refusal> {
  requireUser(viewer, 'files');
  const asset = await findOwnAsset(id, { viewer, deps });
  if (!asset) return refuse('NOT_FOUND', 'upload.unknown', { path: ['id'] });
  const { multipart } = asset;
  if (!multipart && parts.length > 0) return refuse('INVALID_INPUT', 'upload.partsUnexpected', { path: ['parts'] });
  if (asset.status === 'SCANNING') return answerFinished((await awaitCheck(asset, deps)) ?? asset, deps);
  if (asset.status !== 'AWAITING_UPLOAD') return answerFinished(asset, deps);
  if (!canStillComplete(asset, deps.now())) return expire(asset, deps);

  // What lies there may be the late bytes of an earlier try, on their way out.
  if (await deps.orphans.isLeased(asset.objectKey, deps.now())) return busy();

  const unmade = multipart && (await assembleUpload(asset, { multipart, reported: parts }, deps));
  if (unmade) return unmade;
  const checked = needsLongCheck(asset, deps) ? await handOver(asset, deps) : await checkNow(asset, deps);
  if (!checked) return refuse('UPLOAD_MISSING', 'upload.missing', { path: ['id'] });
  const after = checked.status === 'READY' ? checked : await awaitCheck(asset, deps);
  if (!after || after.status === 'AWAITING_UPLOAD') return busy();
  return answerFinished(after, deps);
}

const busy = () => refuse('CONFLICT', 'upload.busy', { retryAfterMs: 1_000 });

/** Its ticket may be renewed, or the upload completed in time, while this is found out: then it goes on. */
async function expire(asset: Asset, deps: AssetsDeps): Promise<Asset | Refusal> {
  const expiredBefore = new Date(deps.now().getTime() - COMPLETION_GRACE_MS);
  const isEnded = await rejectUpload(asset, 'EXPIRED', deps, { expiredBefore });
  return isEnded ? refuseRejected('EXPIRED') : answerFinished((await deps.assets.find(asset.id)) ?? asset, deps);
}

/** Large files take long to read, and scanners have their own pace: such a check outlives the request. */
function needsLongCheck({ sizeBytes }: Asset, { scanner }: AssetsDeps): boolean {
  return scanner !== undefined || sizeBytes > HELD_BYTES_MAX;
}

/** What each process is looking at: however often an upload is reported, it is read once. */
const checks = new WeakMap<AssetsDeps['assets'], Map<string, Promise<Asset | undefined>>>();

/** @returns the asset as it is now known; undefined when its bytes are not there. */
function checkNow(asset: Asset, deps: AssetsDeps): Promise<Asset | undefined> {
  const running = checks.get(deps.assets) ?? new Map<string, Promise<Asset | undefined>>();
  checks.set(deps.assets, running);
  const upload = `${asset.id} ${asset.reservation}`;
  const begun = running.get(upload) ?? check(asset, deps).finally(() => running.delete(upload));
  running.set(upload, begun);
  return begun;
}

async function check(asset: Asset, deps: AssetsDeps): Promise<Asset | undefined> {
  const verdict = await inspectUpload(asset, deps);
  if (verdict === 'MISSING') return undefined;
  if (verdict === 'SETTLED') return asset;
  if (verdict !== 'GOOD') {
    await rejectUpload(asset, verdict, deps);
    return asset;
  }
  const ready = await deps.assets.markReady(asset, deps.now());
  // A file without a preview wakes nobody.
  if (ready?.preview) deps.deriveBell.ring();
  return ready ?? asset;
}

async function handOver(asset: Asset, deps: AssetsDeps): Promise<Asset | undefined> {
  if (!(await deps.blobs.head(asset.objectKey))) return undefined;
  const held = await deps.assets.markScanning(asset, deps.now());
  // Given up while its parts became one: the bytes are there again, and nobody else would look for them soon.
  if (!held) await deps.sweeps.hasten(asset.id, deps.now());
  deps.checkBell.ring();
  return held ?? asset;
}

/** Most checks end while the client waits; for the others SCANNING is the answer, and asking again is how to learn more. */
async function awaitCheck({ id }: Asset, { assets }: AssetsDeps): Promise<Asset | undefined> {
  const until = Date.now() + CHECK_WAIT_MS;
  for (;;) {
    const asset = await assets.find(id);
    if (asset?.status !== 'SCANNING' || Date.now() >= until) return asset;
    await setTimeout(CHECK_LOOK_MS);
  }
}

/** The answer for an upload that has come to its end, now or earlier; finishes what a crash left undone. */
async function answerFinished(asset: Asset, { storage }: AssetsDeps): Promise<Asset | Refusal> {
  const { ownerId, reservation } = asset;
  switch (asset.status) {
    case 'READY':
      await storage.settle(ownerId, { token: reservation, bytes: countedBytes(asset) });
      return asset;
    case 'REJECTED':
      await storage.giveBack(ownerId, { token: reservation, bytes: countedBytes(asset) });
      return refuseRejected(asset.rejection);
    case 'DELETED':
      return refuse('ALREADY_FINISHED', 'upload.finished', { path: ['id'] });
    case 'SCANNING':
      return asset;
    case 'AWAITING_UPLOAD':
      return busy();
  }
}

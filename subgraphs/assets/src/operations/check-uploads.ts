import type { Logger } from '@modu/logger';
import { countedBytes } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import type { Claimed, Lane } from '../store/due-store.ts';
import type { AssetsDeps } from './deps.ts';
import { inspectUpload } from './inspect-upload.ts';
import type { Verdict } from './inspect-upload.ts';
import { keepLease, LEASE_MS } from './keep-lease.ts';
import { rejectUpload } from './reject-upload.ts';

const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 10 * 60_000;
/** About a day of trying: whoever uploaded has long gone by then. */
const TRIES_MAX = 150;

/** Takes one upload of a lane that waits for its check, if there is one, and checks it. @returns whether there was one. */
export async function checkNextUpload(deps: AssetsDeps, lane: Lane, logger: Logger): Promise<boolean> {
  const claimed = await deps.checks.claim({ now: deps.now(), leaseMs: LEASE_MS, lane });
  if (!claimed) return false;
  // No try said how it went: what was looked at ended the process each time.
  if (claimed.tries > TRIES_MAX) {
    await rejectUpload(claimed.asset, 'UNCHECKED', deps);
    return true;
  }
  const lease = keepLease(claimed, { store: deps.checks, now: () => deps.now() });
  try {
    await conclude(claimed.asset, await findVerdict(claimed.asset, deps), deps);
  } catch (error) {
    logger.warn({ err: error, assetId: claimed.asset.id, tries: claimed.tries }, 'an upload could not be checked yet');
    await postpone(lease.current(), deps);
  } finally {
    lease.stop();
  }
  return true;
}

async function findVerdict(asset: Asset, deps: AssetsDeps): Promise<Verdict> {
  const { blobs, scanner } = deps;
  const verdict = await inspectUpload(asset, deps);
  if (verdict !== 'GOOD' || !scanner) return verdict;
  const result = await scanner.scan(await blobs.getStream(asset.objectKey));
  if (result === 'CLEAN') return 'GOOD';
  return result === 'INFECTED' ? 'INFECTED' : 'UNCHECKED';
}

async function conclude(asset: Asset, verdict: Verdict, deps: AssetsDeps): Promise<void> {
  if (verdict === 'SETTLED') return;
  if (verdict !== 'GOOD') {
    // Bytes that were there and are gone: nobody can use this upload any more.
    await rejectUpload(asset, verdict === 'MISSING' ? 'EXPIRED' : verdict, deps);
    return;
  }
  const ready = await deps.assets.markReady(asset, deps.now());
  deps.deriveBell.ring();
  if (ready) await deps.storage.settle(asset.ownerId, { token: asset.reservation, bytes: countedBytes(asset) });
}

async function postpone(claimed: Claimed, deps: AssetsDeps): Promise<void> {
  if (claimed.tries >= TRIES_MAX) {
    await rejectUpload(claimed.asset, 'UNCHECKED', deps);
    return;
  }
  const delayMs = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** Math.min(claimed.tries - 1, 20));
  await deps.checks.postpone(claimed, new Date(deps.now().getTime() + delayMs));
}

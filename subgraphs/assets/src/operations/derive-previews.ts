import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Logger } from '@modu/logger';
import type { Asset } from '../domain/asset.ts';
import { HELD_BYTES_MAX } from '../domain/content-limits.ts';
import { previewedBytesMax, previewKindOf, thumbnailKeyOf, thumbnailSidesOf } from '../domain/preview.ts';
import type { MadePreview } from '../derivation/picture-preview.ts';
import { makePreview } from '../derivation/make-preview.ts';
import type { DueStore, Lane } from '../store/due-store.ts';
import type { AssetsDeps } from './deps.ts';
import { keepLease, LEASE_MS } from './keep-lease.ts';
import { removeDerived } from './remove-bytes.ts';

const RETRY_FIRST_MS = 5_000;
/** What is the file's own fault stays so; what is the bucket's passes. */
const TRIES_MAX = 5;
/** Where new pictures come all the time, an older one waits no longer for a moment without any. */
const PATIENCE_MS = 5 * 60_000;
const FAILED = { state: 'FAILED', hasThumbnail: false } as const;

/** Makes the preview of one file of a lane that waits for it, if there is one. @returns whether there was one. */
export function deriveNextPreview(deps: AssetsDeps, lane: Lane, logger: Logger): Promise<boolean> {
  return deriveNext({ store: deps.derivations, lane }, deps, logger);
}

/** One was made where nothing new waited, one was made though something did, or none was. */
export type MadeUp = 'MADE' | 'LET_THROUGH' | 'NONE';

/**
 * Makes what one older picture lacks, if there is one and no new picture waits for its preview, is having it made or is about to be
 * tried again; one that has waited for long is let through beside them.
 */
export async function makeUpForNextPreview(deps: AssetsDeps, logger: Logger): Promise<MadeUp> {
  const { derivations, backfills } = deps;
  const inMs = (ms: number) => new Date(deps.now().getTime() + ms);
  const isBeside = await derivations.hasDue(inMs(LEASE_MS), 'QUICK');
  if (isBeside && !(await backfills.hasDue(inMs(-PATIENCE_MS), 'QUICK'))) return 'NONE';
  if (!(await deriveNext({ store: backfills, lane: 'QUICK' }, deps, logger))) return 'NONE';
  return isBeside ? 'LET_THROUGH' : 'MADE';
}

interface Waiting {
  readonly store: DueStore;
  readonly lane: Lane;
}

async function deriveNext({ store, lane }: Waiting, deps: AssetsDeps, logger: Logger): Promise<boolean> {
  const claimed = await store.claim({ now: deps.now(), leaseMs: LEASE_MS, lane });
  if (!claimed) return false;
  const { asset, tries } = claimed;
  // No try said how it went: the file ended the process each time.
  if (tries > TRIES_MAX) {
    await giveUp(asset, deps);
    return true;
  }
  const lease = keepLease(claimed, { store, now: () => deps.now() });
  try {
    await derive(asset, deps);
  } catch (error) {
    logger.warn({ err: error, assetId: asset.id, tries }, 'a preview could not be made');
    if (tries >= TRIES_MAX) await giveUp(asset, deps);
    else await store.postpone(lease.current(), new Date(deps.now().getTime() + RETRY_FIRST_MS * 4 ** (tries - 1)));
  } finally {
    lease.stop();
  }
  return true;
}

/** What was known of it before stays known: only what more was to be made of it is missing. */
async function giveUp(asset: Asset, { assets }: AssetsDeps): Promise<void> {
  await (asset.preview?.state === 'READY' ? assets.leavePreview(asset) : assets.setPreview(asset, FAILED));
}

async function derive(asset: Asset, deps: AssetsDeps): Promise<void> {
  const made = await make(asset, deps);
  if (!made) {
    await deps.assets.setPreview(asset, { state: 'NONE', hasThumbnail: false });
    return;
  }
  await keepThumbnails(asset, made, deps);
  const preview = { state: 'READY', hasThumbnail: made.thumbnails.length > 0, ...made.facts } as const;
  const kept = await deps.assets.setPreview(asset, preview);
  // Deleted meanwhile: nobody else knows of what was just put.
  if (!kept) await removeDerived(asset, deps);
}

async function make(asset: Asset, { blobs }: AssetsDeps): Promise<MadePreview | undefined> {
  const kind = previewKindOf(asset.contentType);
  if (!kind || asset.sizeBytes > previewedBytesMax(kind)) return undefined;
  return makePreview(kind, {
    sides: thumbnailSidesOf(asset),
    bytes: () => blobs.get(asset.objectKey, { sizeBytesMax: HELD_BYTES_MAX }),
    save: async (path) => pipeline(await blobs.getStream(asset.objectKey), createWriteStream(path)),
  });
}

async function keepThumbnails(asset: Asset, { thumbnails }: MadePreview, { blobs }: AssetsDeps): Promise<void> {
  for (const { side, bytes } of thumbnails) {
    await blobs.put({ key: thumbnailKeyOf(asset, side), body: bytes, contentType: 'image/webp' });
  }
}

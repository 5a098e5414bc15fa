import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { AnswerTooLong } from '@modu/http-calls';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Image } from '../domain/image.ts';
import { parseNewImage } from '../domain/new-image.ts';
import type { NewImage } from '../domain/new-image.ts';
import { AssetsRefused } from '../store/assets-refused.ts';
import type { NewThumbnail } from '../store/assets-client.ts';
import { download } from '../store/download.ts';
import type { GalleryDeps } from './deps.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import type { Thumbnail } from './make-thumbnail.ts';

const ORIGINAL_BYTES_MAX = 64_000_000;
const DOWNLOAD_TIMEOUT_MS = 30_000;
const THUMBNAIL_ATTEMPTS_MAX = 5;
const THUMBNAIL_PAUSE_MS = 100;

interface Asking {
  readonly viewer: Viewer;
  readonly deps: GalleryDeps;
  readonly signal: AbortSignal;
}

/**
 * Puts a finished picture into its owner's gallery and makes its thumbnail. Idempotent by id: a second run finds the
 * thumbnail and the row of the first.
 * @throws AccessError FORBIDDEN for everyone but a service.
 */
export async function createImage(input: unknown, { viewer, deps, signal }: Asking): Promise<Image | Refusal> {
  assertService(viewer);
  const wanted = parseNewImage(input);
  if (isRefusal(wanted)) return wanted;
  if (viewer.actingFor !== undefined && viewer.actingFor !== wanted.ownerId) {
    return refuse('FORBIDDEN', 'image.otherOwner', { path: ['input', 'ownerId'] });
  }
  const [known] = await deps.images.findMany([wanted.id]);
  if (known) return sameOrConflict(known, wanted);

  const thumbnail = await readOriginal(wanted, { deps, signal });
  if (isRefusal(thumbnail)) return thumbnail;
  const { webp, ...picture } = thumbnail;
  const { ownerId, id: imageId } = wanted;
  const thumbnailAssetId = await storeThumbnail({ ownerId, imageId, bytes: webp }, { deps, signal });
  const stored = await deps.images.insertOnce({ ...wanted, ...picture, thumbnailAssetId });
  // Assets removes the files of who left; nobody would look at the row again.
  return stored
    ? sameOrConflict(stored, wanted)
    : refuse('NOT_FOUND', 'image.ownerGone', { path: ['input', 'ownerId'] });
}

/** Another run may be at the same upload, or an interrupted one just being cleared away: a moment later it is settled. */
async function storeThumbnail(
  thumbnail: NewThumbnail,
  { deps, signal }: Pick<Asking, 'deps' | 'signal'>,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await deps.assets.storeThumbnail(thumbnail, { signal });
    } catch (error) {
      const isMomentary =
        error instanceof AssetsRefused && error.code === 'CONFLICT' && attempt < THUMBNAIL_ATTEMPTS_MAX;
      if (!isMomentary) throw error;
      await sleep(THUMBNAIL_PAUSE_MS * attempt, undefined, { signal });
    }
  }
}

function sameOrConflict(stored: Image, wanted: NewImage): Image | Refusal {
  const same = stored.ownerId === wanted.ownerId && stored.assetId === wanted.assetId;
  return same ? stored : refuse('CONFLICT', 'image.otherContent', { path: ['input', 'id'] });
}

async function readOriginal(
  { assetId, ownerId }: NewImage,
  { deps, signal }: Pick<Asking, 'deps' | 'signal'>,
): Promise<Thumbnail | Refusal> {
  const file = await deps.assets.findFile(assetId, { ownerId, signal, followsLinks: true });
  if (!file) return refuse('NOT_FOUND', 'image.assetUnknown', { path: ['input', 'assetId'] });
  const bytes = file.sizeBytes > ORIGINAL_BYTES_MAX ? undefined : await readBounded(file.url, signal);
  if (!bytes) {
    const maxMegabytes = ORIGINAL_BYTES_MAX / 1_000_000;
    return refuse('TOO_LARGE', 'image.tooLarge', { path: ['input', 'assetId'], params: { maxMegabytes } });
  }
  const thumbnail = await makeThumbnail(bytes);
  return thumbnail ?? refuse('UNSUPPORTED_MEDIA', 'image.unreadable', { path: ['input', 'assetId'] });
}

async function readBounded(url: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    return await download(url, { sizeBytesMax: ORIGINAL_BYTES_MAX, timeoutMs: DOWNLOAD_TIMEOUT_MS, signal });
  } catch (error) {
    if (error instanceof AnswerTooLong) return undefined;
    throw error;
  }
}

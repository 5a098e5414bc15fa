import { EngineError, readPictureHead, SOURCE_PIXELS_MAX } from '@modu/engine-image';
import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { download } from '@modu/paid-work';
import type { ImageJob } from '../contracts.ts';
import type { Size } from '../domain/size.ts';
import type { Atelier } from './atelier.ts';

export interface SourceInput {
  readonly imageId?: string | null;
  readonly assetId?: string | null;
}

/** A picture to start from, looked at. */
export interface Source extends Size {
  readonly reference: NonNullable<ImageJob['source']>;
}

const SOURCE_BYTES_MAX = 32 * 1024 * 1024;
const DOWNLOAD_TIMEOUT_MS = 15_000;
const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Finds the picture that a person names: one of their gallery, or a file of theirs, which is looked into. */
export async function loadSource(
  { assets, gallery }: Pick<Atelier, 'assets' | 'gallery'>,
  ownerId: string,
  { imageId, assetId }: SourceInput,
): Promise<Source | Refusal> {
  if (Boolean(imageId) === Boolean(assetId))
    return refuse('INVALID_INPUT', 'source.one', { path: ['input', 'imageId'] });
  if (imageId) {
    const image = await gallery.find(ownerId, imageId);
    if (!image) return refuse('NOT_FOUND', 'source.unknown', { path: ['input', 'imageId'] });
    const { width, height } = image;
    return { width, height, reference: { assetId: image.asset.id, imageId } };
  }
  const asset = await assets.find(ownerId, assetId!);
  if (asset?.status !== 'READY') return refuse('NOT_FOUND', 'source.unknown', { path: ['input', 'assetId'] });
  if (!TYPES.has(asset.contentType)) return refuse('UNSUPPORTED_MEDIA', 'source.type', { path: ['input', 'assetId'] });
  const sizeBytesMax = SOURCE_BYTES_MAX;
  if (asset.sizeBytes > sizeBytesMax) return tooLarge();
  const bytes = await download(asset.url, { sizeBytesMax, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  const size = await measure(bytes);
  return isRefusal(size) ? size : { ...size, reference: { assetId: asset.id, imageId: null } };
}

const tooLarge = (): Refusal =>
  refuse('TOO_LARGE', 'source.tooLarge', { path: ['input', 'assetId'], params: { max: SOURCE_PIXELS_MAX } });

/** A picture whose head says more than is worked on is not decoded; one that is damaged is found out by the engine. */
async function measure(bytes: Uint8Array): Promise<Size | Refusal> {
  try {
    const { width, height } = await readPictureHead(bytes, 'source');
    return { width, height };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.message.includes('more than')) return tooLarge();
    return refuse('UNSUPPORTED_MEDIA', 'source.type', { path: ['input', 'assetId'] });
  }
}

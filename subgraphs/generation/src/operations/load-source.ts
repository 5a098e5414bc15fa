import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { ImageJob } from '../contracts.ts';
import type { Size } from '../domain/size.ts';
import type { Atelier } from './atelier.ts';
import { SOURCE_BYTES_MAX, tooLarge } from './measure-picture.ts';

export interface SourceInput {
  readonly imageId?: string | null;
  readonly assetId?: string | null;
}

/** A picture to start from, looked at. */
export interface Source extends Size {
  readonly reference: NonNullable<ImageJob['source']>;
}

const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Finds the picture that a person names: one of their gallery, or a file of theirs, which is looked into. */
export async function loadSource(
  { assets, gallery, measurePicture }: Pick<Atelier, 'assets' | 'gallery' | 'measurePicture'>,
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
  if (asset.sizeBytes > SOURCE_BYTES_MAX) return tooLarge();
  const size = await measurePicture(asset);
  return isRefusal(size) ? size : { ...size, reference: { assetId: asset.id, imageId: null } };
}

import { isId } from '@modu/ids';
import { assertService, requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { objectKeyOf } from '../domain/object-key.ts';
import { metadataKeyOf } from '../domain/preview.ts';
import type { AssetsDeps } from './deps.ts';

/** What a picture was made from, as whoever made it says it: it is kept as it is. */
export interface ImageMetadata {
  readonly imageId: string;
  /** A JSON document. */
  readonly metadata: string;
}

/** A prompt, another one and the settings, each as long as the gallery takes them. */
const METADATA_BYTES_MAX = 131_072;

interface Keeping {
  readonly viewer: Viewer;
  readonly deps: Pick<AssetsDeps, 'assets' | 'blobs'>;
}

/**
 * Writes beside a picture what it was made from, so that the bucket alone can tell it. It belongs to the picture's
 * thumbnail and goes with it; where that is not there (any more) nothing is written. Repeating it writes the same again.
 * @returns whether it lies there.
 * @throws AccessError to everyone but a service that acts for the picture's owner; RangeError for what is no such document.
 */
export async function keepImageMetadata(image: ImageMetadata, { viewer, deps }: Keeping): Promise<boolean> {
  assertService(viewer);
  const ownerId = requireUser(viewer, 'files');
  if (!isDescribed(image)) throw new RangeError('This does not say what a picture was made from.');
  const { imageId, metadata } = image;
  const place = objectKeyOf({ id: '', ownerId }, { purpose: 'IMAGE_THUMBNAIL', imageId, filename: '' });
  const key = metadataKeyOf(place);
  const [thumbnail] = await deps.assets.findByPlace([place]);
  if (thumbnail?.status !== 'READY') return false;
  await deps.blobs.put({ key, body: new TextEncoder().encode(metadata), contentType: 'application/json' });
  if ((await deps.assets.find(thumbnail.id))?.status === 'READY') return true;
  // Deleted meanwhile: nobody else knows of what was just put.
  await deps.blobs.remove(key);
  return false;
}

function isDescribed({ imageId, metadata }: ImageMetadata): boolean {
  if (!isId(imageId) || Buffer.byteLength(metadata) > METADATA_BYTES_MAX) return false;
  try {
    return typeof JSON.parse(metadata) === 'object';
  } catch {
    return false;
  }
}

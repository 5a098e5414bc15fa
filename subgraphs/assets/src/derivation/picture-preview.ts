import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { IMAGE_PIXELS_MAX } from '../domain/content-limits.ts';
import { THUMBNAIL_SIDES } from '../domain/preview.ts';
import type { PreviewFacts, ThumbnailSide } from '../domain/preview.ts';

/** A preview as it was made, before anything of it is stored. */
export interface MadePreview {
  readonly facts: PreviewFacts;
  readonly thumbnails: readonly { readonly side: ThumbnailSide; readonly bytes: Uint8Array }[];
}

const THUMBHASH_SIDE = 100;
const QUALITY = 80;
const SECONDS_MAX = 60;
/** Drawings have no size of their own that would matter. */
const DRAWING_DPI = 144;

/**
 * Thumbnails and a stand-in of a picture: turned the right way up, in sRGB, without what cameras write down (place, time,
 * device). Runs beside the event loop.
 */
export async function makePicturePreview(
  bytes: Uint8Array,
  sides: readonly ThumbnailSide[] = THUMBNAIL_SIDES,
): Promise<MadePreview> {
  const options = { limitInputPixels: IMAGE_PIXELS_MAX, failOn: 'error', density: DRAWING_DPI } as const;
  const { autoOrient } = await sharp(bytes, options).metadata();
  const upright = () => sharp(bytes, options).autoOrient().toColourspace('srgb').timeout({ seconds: SECONDS_MAX });
  const thumbnails = [];
  for (const side of sides) {
    const sized = upright().resize(side, side, { fit: 'inside', withoutEnlargement: true });
    thumbnails.push({ side, bytes: new Uint8Array(await sized.webp({ quality: QUALITY }).toBuffer()) });
  }
  const small = upright().resize(THUMBHASH_SIDE, THUMBHASH_SIDE, { fit: 'inside' }).ensureAlpha().raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  const thumbhash = Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
  return { facts: { thumbhash, width: autoOrient.width, height: autoOrient.height }, thumbnails };
}

import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

export interface Thumbnail {
  readonly webp: Uint8Array;
  /** base64 of some 25 bytes, from which a blurred stand-in is drawn. */
  readonly thumbhash: string;
  /** Of the original, in pixels, turned as the file asks. */
  readonly width: number;
  readonly height: number;
}

const SIDE_PIXELS_MAX = 512;
/** The format's own limit: https://github.com/evanw/thumbhash */
const THUMBHASH_SIDE_PIXELS_MAX = 100;
/** A small file can unfold into a picture that fills the memory: 8192 × 8192 is far more than an engine makes. */
const DECODED_PIXELS_MAX = 8_192 * 8_192;
const DECODE_TIMEOUT_SECONDS = 20;

/**
 * Reads a picture, and makes the small one and the blurred one of it. The work is done by libvips in its own threads.
 * @returns undefined when the bytes are no picture, a broken one, or one that is too large to unfold.
 */
export async function makeThumbnail(original: Uint8Array): Promise<Thumbnail | undefined> {
  try {
    const picture = open(original);
    const { autoOrient } = await picture.metadata();
    const webp = await picture
      .resize(SIDE_PIXELS_MAX, SIDE_PIXELS_MAX, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
    return { webp, thumbhash: await hash(webp), width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: DECODED_PIXELS_MAX, failOn: 'error', autoOrient: true }).timeout({
    seconds: DECODE_TIMEOUT_SECONDS,
  });
}

async function hash(webp: Uint8Array): Promise<string> {
  const { data, info } = await sharp(webp)
    .resize(THUMBHASH_SIDE_PIXELS_MAX, THUMBHASH_SIDE_PIXELS_MAX, { fit: 'inside' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

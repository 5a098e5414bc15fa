import sharp from 'sharp';
import { PREVIEW_CHARS_MAX } from '../contract.ts';

const TRIES = [
  { side: 224, quality: 60 },
  { side: 160, quality: 40 },
  { side: 96, quality: 25 },
] as const;
/** A backend's preview is a few dozen KB of at most the picture's own size; what is larger is not looked at. */
const BYTES_MAX = 2 * 1024 * 1024;
const PIXELS_MAX = 2048 * 2048;

/** The longest message that a backend's socket may bring; a longer one cuts it off before it is held, and it is opened anew. */
export const MESSAGE_BYTES_MAX = 4 * 1024 * 1024;

/** A small WebP of a backend's preview as a data URL; undefined when what came is no picture. */
export async function previewOf(bytes: Uint8Array): Promise<string | undefined> {
  if (bytes.byteLength > BYTES_MAX) return undefined;
  try {
    for (const { side, quality } of TRIES) {
      const webp = await sharp(bytes, { limitInputPixels: PIXELS_MAX })
        .resize({ width: side, height: side, fit: 'inside' })
        .webp({ quality, effort: 1 })
        .toBuffer();
      const url = `data:image/webp;base64,${webp.toString('base64')}`;
      if (url.length <= PREVIEW_CHARS_MAX) return url;
    }
  } catch {
    // A preview that can't be read is one that is not shown.
  }
  return undefined;
}

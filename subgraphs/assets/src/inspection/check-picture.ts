import sharp from 'sharp';
import type { Rejection } from '../domain/asset.ts';
import { IMAGE_FRAMES_MAX, IMAGE_PIXELS_MAX } from '../domain/content-limits.ts';

const DECODE_SECONDS_MAX = 30;
const PROBE_PIXELS = 64;

/**
 * Decodes a picture, off the event loop: nothing is taken for a picture that is not one to its last line. The header is
 * asked first, so that a few bytes that claim a huge picture cost nothing.
 */
export async function checkPicture(bytes: Uint8Array): Promise<Rejection | undefined> {
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > IMAGE_PIXELS_MAX || pages > IMAGE_FRAMES_MAX) return 'TOO_MANY_PIXELS';
    await sharp(bytes, { limitInputPixels: IMAGE_PIXELS_MAX, failOn: 'error', sequentialRead: true })
      .resize(PROBE_PIXELS, PROBE_PIXELS, { fit: 'inside' })
      .timeout({ seconds: DECODE_SECONDS_MAX })
      .raw()
      .toBuffer();
    return undefined;
  } catch {
    return 'UNREADABLE';
  }
}

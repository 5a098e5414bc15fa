import sharp from 'sharp';
import { IMAGE_PIXELS_MAX } from '../domain/content-limits.ts';

const SECONDS_MAX = 20;

/**
 * The same picture, drawn anew: upright, in sRGB, and nothing but its pixels. Whatever its file wrote down beside them (place,
 * device, a prompt, a workflow, a profile) is not in it.
 */
export async function makePlainPng([picture]: readonly Uint8Array[]): Promise<Uint8Array> {
  const upright = sharp(picture, { limitInputPixels: IMAGE_PIXELS_MAX, failOn: 'error', autoOrient: true });
  const png = upright.toColourspace('srgb').timeout({ seconds: SECONDS_MAX }).png({ compressionLevel: 6 });
  return new Uint8Array(await png.toBuffer());
}

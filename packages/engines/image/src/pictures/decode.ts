import sharp from 'sharp';
import { EngineError } from '../engine-error.ts';
import { SOURCE_PIXELS_MAX } from './picture-head.ts';

/** Interleaved 8-bit sRGB, row by row. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: SOURCE_PIXELS_MAX, failOn: 'error' }).rotate();

const unreadable = (field: string) => (error: unknown) => {
  throw new EngineError('INVALID_REQUEST', `${field}: is damaged and can't be read`, { cause: error });
};

/** Decodes a picture, upright and on white where it is clear, cropped and scaled to a size when one is given. */
export async function decodeRgb(bytes: Uint8Array, size?: { width: number; height: number }): Promise<RgbPicture> {
  const upright = open(bytes).flatten({ background: '#ffffff' }).toColourspace('srgb');
  const fitted = size ? upright.resize({ ...size, fit: 'cover', position: 'centre', kernel: 'lanczos3' }) : upright;
  const { data, info } = await fitted.raw().toBuffer({ resolveWithObject: true }).catch(unreadable('source'));
  const { width, height, channels } = info;
  if (channels === 3) return { width, height, rgb: data };
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = data[i * channels + (channels < 3 ? 0 : c)]!;
  return { width, height, rgb };
}

/** Decodes a mask: one byte per pixel, 1 where the picture is to be made anew. */
export async function decodeMask(bytes: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await open(bytes)
    .flatten({ background: '#000000' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable('mask'));
  const mask = new Uint8Array(info.width * info.height);
  for (let i = 0; i < mask.length; i++) mask[i] = data[i * info.channels]! >= 128 ? 1 : 0;
  return mask;
}

import sharp from 'sharp';
import type { ImageRequest } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { SOURCE_PIXELS_MAX } from '../pictures/picture-head.ts';

/** The sources of a request as PNGs of one size that a model can work on. */
export interface Prepared {
  readonly width: number;
  readonly height: number;
  readonly source?: Uint8Array;
  /** White is made anew. */
  readonly mask?: Uint8Array;
}

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: SOURCE_PIXELS_MAX, failOn: 'error' });

/**
 * Sources upright, cropped to the size asked for, and that size rounded to what the model can make. Throws `EngineError`
 * INVALID_REQUEST for a source that is damaged.
 */
export async function prepareSources(request: ImageRequest, multiple: number): Promise<Prepared> {
  const round = (side: number) => Math.max(multiple, Math.round(side / multiple) * multiple);
  const size = { width: round(request.width), height: round(request.height) };
  if (!request.source) return size;
  const upright = open(request.source).rotate().flatten({ background: '#ffffff' });
  // An enlargement is of the source as it is.
  const fitted = request.task === 'UPSCALE' ? upright : upright.resize({ ...size, fit: 'cover' });
  try {
    const source = await fitted.png().toBuffer();
    if (!request.mask) return { ...size, source };
    const mask = await open(request.mask)
      .flatten({ background: '#000000' })
      .greyscale()
      .resize({ ...size, fit: 'fill', kernel: 'nearest' })
      .png()
      .toBuffer();
    return { ...size, source, mask };
  } catch (error) {
    throw new EngineError('INVALID_REQUEST', 'source: is damaged and can’t be read', { cause: error });
  }
}

/** What the mask leaves alone is put back from the source, byte for byte. */
async function pasteBack(made: Buffer, { source, mask, width, height }: ImageRequest): Promise<Buffer> {
  const before = await open(source!).rotate().flatten({ background: '#ffffff' }).toColourspace('srgb').raw().toBuffer();
  const cover = await open(mask!).flatten({ background: '#000000' }).greyscale().raw().toBuffer();
  for (let i = 0; i < width * height; i++)
    if (cover[i]! < 128) for (let c = 0; c < 3; c++) made[i * 3 + c] = before[i * 3 + c]!;
  return made;
}

/** What a backend sent as a PNG of exactly the size asked for. Garbage is an `EngineError` FAILED. */
export async function finishPicture(bytes: Uint8Array, request: ImageRequest): Promise<Uint8Array> {
  const { width, height, task } = request;
  try {
    const made = await open(bytes)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width, height, fit: 'cover' })
      .raw()
      .toBuffer();
    const pixels = task === 'INPAINT' ? await pasteBack(made, request) : made;
    return Uint8Array.from(
      await sharp(pixels, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer(),
    );
  } catch (error) {
    throw new EngineError('FAILED', 'The engine sent something that is no picture.', { cause: error });
  }
}

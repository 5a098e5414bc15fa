import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';
import { IMAGE_PIXELS_MAX } from '../domain/content-limits.ts';

/** As wide and high as a card of a board is on a sharp screen. */
const WIDTH = 640;
const HEIGHT = 480;
const GAP = 6;
const QUALITY = 80;
const SECONDS_MAX = 20;

interface Field {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One picture has it all; of more, each has a half or a quarter, the first of three a half. */
function fieldsOf(count: number): readonly Field[] {
  const [width, height] = [(WIDTH - GAP) / 2, (HEIGHT - GAP) / 2];
  const [right, bottom] = [width + GAP, height + GAP];
  const quarter = (left: number, top: number): Field => ({ left, top, width, height });
  const half = (left: number): Field => ({ left, top: 0, width, height: HEIGHT });
  if (count <= 1) return [{ left: 0, top: 0, width: WIDTH, height: HEIGHT }];
  if (count === 2) return [half(0), half(right)];
  if (count === 3) return [half(0), quarter(right, 0), quarter(right, bottom)];
  return [quarter(0, 0), quarter(right, 0), quarter(0, bottom), quarter(right, bottom)];
}

/** One picture of up to four, as WebP; what is between them is clear. It carries nothing of what their files wrote down. */
export async function makeMosaic(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const layers: OverlayOptions[] = [];
  for (const [at, { width, height, ...place }] of fieldsOf(pictures.length).entries()) {
    const sized = sharp(pictures[at], { limitInputPixels: IMAGE_PIXELS_MAX, autoOrient: true })
      .resize({ width, height, fit: 'cover' })
      .toColourspace('srgb')
      .timeout({ seconds: SECONDS_MAX });
    layers.push({ input: await sized.png({ compressionLevel: 1 }).toBuffer(), ...place });
  }
  const clear = { width: WIDTH, height: HEIGHT, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
  return new Uint8Array(await sharp({ create: clear }).composite(layers).webp({ quality: QUALITY }).toBuffer());
}

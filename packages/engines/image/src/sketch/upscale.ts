import sharp from 'sharp';
import type { ImageRequest } from '../contract.ts';
import { decodeRgb } from '../pictures/decode.ts';
import { rgbToLab } from './colour/srgb.ts';
import { ease } from './layers/sky.ts';
import { blurred } from './raster/blur.ts';
import type { Surface } from './raster/surface.ts';
import { lightnessOf } from './styles/translate.ts';
import type { Work } from './work.ts';

/** How much of the difference from the blur is added at a sure edge. */
const AMOUNT = 1.15;
/** Lightness by which a sharpened pixel may pass its neighbours: more would show as a halo. */
const OVERSHOOT = 0.012;

interface Sharpening {
  readonly width: number;
  readonly height: number;
  readonly before: Float32Array;
  readonly soft: Float32Array;
}

/** The lightness of one pixel, drawn away from the blur where there is an edge, never past its neighbours. */
function sharpened({ width, height, before, soft }: Sharpening, x: number, y: number): number {
  const at = (dx: number, dy: number) =>
    before[Math.min(height - 1, Math.max(0, y + dy)) * width + Math.min(width - 1, Math.max(0, x + dx))]!;
  const own = at(0, 0);
  const [left, right, above, below] = [at(-1, 0), at(1, 0), at(0, -1), at(0, 1)];
  const edge = Math.hypot(right - left, below - above);
  const drawn = own + (own - soft[y * width + x]!) * AMOUNT * ease(0.006, 0.06, edge);
  const low = Math.min(own, left, right, above, below) - OVERSHOOT;
  const high = Math.max(own, left, right, above, below) + OVERSHOOT;
  return Math.min(high, Math.max(low, drawn));
}

/**
 * Enlarges a picture by Lanczos (three lobes), then sharpens lightness where there are edges and nowhere else, so that flat
 * parts keep their calm. Not neural: it adds no detail that was not there.
 */
export async function beginUpscale({ source, width, height, steps, factor = 2 }: ImageRequest): Promise<Work> {
  const small = await decodeRgb(source!);
  const large = await sharp(small.rgb, { raw: { width: small.width, height: small.height, channels: 3 } })
    .resize({ width, height, fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  const surface: Surface = { width, height, lab: rgbToLab(large) };
  const before = lightnessOf(surface);
  const soft = blurred({ width, height, values: before }, factor * 0.75, 2);
  const sharpening = { width, height, before, soft };
  return {
    surface,
    paint: (step, stop) => {
      const end = Math.floor(((step + 1) * height) / steps);
      for (let y = Math.floor((step * height) / steps); y < end; y++) {
        if (y % 64 === 0 && stop()) return;
        for (let x = 0; x < width; x++) surface.lab[(y * width + x) * 3] = sharpened(sharpening, x, y);
      }
    },
    finish: () => undefined,
    story: { method: 'Lanczos enlargement with edge-aware sharpening', factor },
  };
}

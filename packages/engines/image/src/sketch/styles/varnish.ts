import { type Lab, mix } from '../colour/oklab.ts';
import { ease } from '../layers/sky.ts';
import type { Stage } from '../layers/stage.ts';
import type { Canvas } from '../painter/brush.ts';
import type { Surface } from '../raster/surface.ts';
import type { Varnish } from './style.ts';

/** The finished surface: raking light over the paint, the tooth of the sheet, a darker rim. In place, once, at the end. */
export function varnish(canvas: Canvas, stage: Stage, wish: Varnish, paper: Lab): void {
  const { surface, relief } = canvas;
  const { width, height, lab } = surface;
  const { noise, unit } = stage;
  const tooth = Math.min(1.6, 512 / unit) * 0.62;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = y * width + x;
      const i = p * 3;
      let light = 0;
      if (wish.relief > 0 && x > 0 && y > 0) light += (relief[p]! - relief[p - 1 - width]!) * 0.1 * wish.relief;
      if (wish.grain > 0) light += grainAt(noise, x * tooth, y * tooth) * 0.03 * wish.grain * (0.4 + lab[i]! * 0.8);
      if (wish.vignette > 0) {
        const d = Math.hypot(x / width - 0.5, y / height - 0.5) * 1.42;
        light -= ease(0.5, 1.05, d) * 0.22 * wish.vignette;
      }
      lab[i] = lab[i]! + light;
    }
  }
  if (wish.margin > 0) bare(surface, stage, { paper, share: wish.margin });
  if (wish.blocks) square(surface, Math.max(2, Math.round(unit / wish.blocks)));
}

function grainAt(noise: Stage['noise'], x: number, y: number): number {
  return noise.at(x, y) * 0.7 + noise.at(x * 0.37 + 9, y * 0.37) * 0.5;
}

/** Leaves the rim of the sheet unpainted, with the ragged edge of a last stroke. */
function bare(surface: Surface, stage: Stage, { paper, share }: { paper: Lab; share: number }): void {
  const { width, height, lab } = surface;
  const { noise, unit } = stage;
  const rim = unit * share;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = Math.min(x, y, width - 1 - x, height - 1 - y);
      if (inside > rim * 2.2) continue;
      const ragged = inside + noise.fractal((x / unit) * 9, (y / unit) * 9, 4) * rim * 0.42;
      const bareShare = 1 - ease(rim * 0.82, rim * 1.0, ragged);
      if (bareShare <= 0) continue;
      const i = (y * width + x) * 3;
      const edge = ease(rim * 1.12, rim * 0.98, ragged) * 0.03;
      const [l, a, b] = mix([lab[i]! - edge, lab[i + 1]!, lab[i + 2]!], paper, bareShare);
      lab[i] = l;
      lab[i + 1] = a;
      lab[i + 2] = b;
    }
  }
}

const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** Averages square blocks and rounds them to a short palette, dithered in the old ordered way. */
function square(surface: Surface, size: number): void {
  const { width, height, lab } = surface;
  for (let top = 0; top < height; top += size) {
    for (let left = 0; left < width; left += size) {
      const right = Math.min(width, left + size);
      const bottom = Math.min(height, top + size);
      const sum = [0, 0, 0];
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) for (let c = 0; c < 3; c++) sum[c] = sum[c]! + lab[(y * width + x) * 3 + c]!;
      const count = (right - left) * (bottom - top);
      const threshold = (BAYER[((top / size) % 4) * 4 + ((left / size) % 4)]! + 0.5) / 16;
      const rounded = sum.map((total, c) => {
        const step = c === 0 ? 1 / 22 : 0.024;
        return Math.floor(total / count / step + 0.25 + threshold * 0.5) * step;
      });
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) for (let c = 0; c < 3; c++) lab[(y * width + x) * 3 + c] = rounded[c]!;
    }
  }
}

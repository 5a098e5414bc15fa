import { blurred } from '../raster/blur.ts';
import type { Surface } from '../raster/surface.ts';
import type { Noise } from '../random/noise.ts';

/** Which way strokes run, and how lively the picture is there; one value per pixel of a reduced copy. */
export interface Field {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per value. */
  readonly block: number;
  readonly angle: Float32Array;
  readonly detail: Float32Array;
}

interface Tensor {
  xx: Float32Array;
  xy: Float32Array;
  yy: Float32Array;
}

function tensorOf({ width, height, lab }: Surface): Tensor {
  const tensor = {
    xx: new Float32Array(width * height),
    xy: new Float32Array(width * height),
    yy: new Float32Array(width * height),
  };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const gx = lab[(i + 1) * 3]! - lab[(i - 1) * 3]!;
      const gy = lab[(i + width) * 3]! - lab[(i - width) * 3]!;
      tensor.xx[i] = gx * gx;
      tensor.xy[i] = gx * gy;
      tensor.yy[i] = gy * gy;
    }
  }
  return tensor;
}

/**
 * Strokes follow the edges of the picture (the structure tensor, smoothed); where there are none they drift with the noise,
 * nearly level. `small` is the picture reduced `block` times.
 */
export function createField(small: Surface, block: number, noise: Noise): Field {
  const { width, height } = small;
  const tensor = tensorOf(small);
  const radius = Math.max(1, Math.min(width, height) / 56);
  const xx = blurred({ width, height, values: tensor.xx }, radius);
  const xy = blurred({ width, height, values: tensor.xy }, radius);
  const yy = blurred({ width, height, values: tensor.yy }, radius);
  const angle = new Float32Array(width * height);
  const detail = new Float32Array(width * height);
  const unit = Math.min(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const energy = xx[i]! + yy[i]!;
      const along = 0.5 * Math.atan2(2 * xy[i]!, xx[i]! - yy[i]!) + Math.PI / 2;
      const drift = noise.fractal((x / unit) * 2.2, (y / unit) * 2.2, 2) * 1.5;
      const trust = Math.min(1, energy / 0.0016);
      const cos = Math.cos(along * 2) * trust + Math.cos(drift * 2) * (1 - trust) * 0.6;
      const sin = Math.sin(along * 2) * trust + Math.sin(drift * 2) * (1 - trust) * 0.6;
      angle[i] = 0.5 * Math.atan2(sin, cos);
      detail[i] = Math.min(1, Math.sqrt(energy) / 0.07);
    }
  }
  return { width, height, block, angle, detail };
}

export function fieldIndex(field: Field, x: number, y: number): number {
  const column = Math.min(field.width - 1, Math.max(0, (x / field.block) | 0));
  const row = Math.min(field.height - 1, Math.max(0, (y / field.block) | 0));
  return row * field.width + column;
}

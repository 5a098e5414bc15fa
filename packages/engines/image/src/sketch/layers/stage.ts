import type { Light } from '../light/light.ts';
import type { Noise } from '../random/noise.ts';
import type { Rng } from '../random/rng.ts';
import type { Surface } from '../raster/surface.ts';

/** Where layers are laid down: the picture to aim at, its light, and how much care each part deserves. */
export interface Stage {
  readonly surface: Surface;
  readonly light: Light;
  readonly noise: Noise;
  readonly rng: Rng;
  /** The shorter side in pixels: every size is a share of it, so that a scene looks the same at any resolution. */
  readonly unit: number;
  /** Row of the horizon. */
  readonly horizon: number;
  /** One value per 4 × 4 block: 0 sky … 1 the subject; the painter puts finer strokes where it is high. */
  readonly focus: Float32Array;
}

export const FOCUS_BLOCK = 4;

export function focusColumns(width: number): number {
  return Math.ceil(width / FOCUS_BLOCK);
}

/** Marks a rectangle (pixels) as worth `care` (0..1). */
export function markFocus(
  stage: Stage,
  area: { left: number; top: number; width: number; height: number },
  care: number,
) {
  const columns = focusColumns(stage.surface.width);
  const rows = Math.ceil(stage.surface.height / FOCUS_BLOCK);
  const right = Math.min(columns - 1, Math.floor((area.left + area.width) / FOCUS_BLOCK));
  const bottom = Math.min(rows - 1, Math.floor((area.top + area.height) / FOCUS_BLOCK));
  for (let y = Math.max(0, Math.floor(area.top / FOCUS_BLOCK)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(area.left / FOCUS_BLOCK)); x <= right; x++) {
      const i = y * columns + x;
      stage.focus[i] = Math.max(stage.focus[i]!, care);
    }
  }
}

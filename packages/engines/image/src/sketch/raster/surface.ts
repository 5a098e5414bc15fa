import type { Lab } from '../colour/oklab.ts';

/** A picture as interleaved OKLab floats, row by row. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly lab: Float32Array;
}

export function createSurface(width: number, height: number, fill: Lab = [0, 0, 0]): Surface {
  const lab = new Float32Array(width * height * 3);
  for (let i = 0; i < lab.length; i += 3) {
    lab[i] = fill[0];
    lab[i + 1] = fill[1];
    lab[i + 2] = fill[2];
  }
  return { width, height, lab };
}

/** Lays `colour` over one pixel; `share` 0..1. The pixel must lie inside. */
export function blend(surface: Surface, index: number, colour: Lab, share: number): void {
  const { lab } = surface;
  const i = index * 3;
  lab[i] = lab[i]! + (colour[0] - lab[i]!) * share;
  lab[i + 1] = lab[i + 1]! + (colour[1] - lab[i + 1]!) * share;
  lab[i + 2] = lab[i + 2]! + (colour[2] - lab[i + 2]!) * share;
}

/** The colour of the pixel nearest to (x, y), clamped to the edges. */
export function colourAt(surface: Surface, x: number, y: number): Lab {
  const column = Math.min(surface.width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(surface.height - 1, Math.max(0, Math.floor(y)));
  const i = (row * surface.width + column) * 3;
  return [surface.lab[i]!, surface.lab[i + 1]!, surface.lab[i + 2]!];
}

/** A smaller copy, each pixel the mean of a block. */
export function halved(surface: Surface): Surface {
  const width = Math.max(1, surface.width >> 1);
  const height = Math.max(1, surface.height >> 1);
  const small = createSurface(width, height);
  const { lab } = surface;
  const stride = surface.width * 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * 2 * stride + x * 6;
      const to = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        small.lab[to + c] =
          (lab[from + c]! + lab[from + 3 + c]! + lab[from + stride + c]! + lab[from + stride + 3 + c]!) / 4;
      }
    }
  }
  return small;
}

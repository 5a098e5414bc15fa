import { type Lab, mix } from '../colour/oklab.ts';
import { blurred } from '../raster/blur.ts';
import type { Surface } from '../raster/surface.ts';

/** Rewrites every colour; `index` is the pixel's number. */
export function recolour(surface: Surface, change: (colour: Lab, index: number) => Lab): void {
  const { lab } = surface;
  for (let i = 0; i < lab.length; i += 3) {
    const [lightness, a, b] = change([lab[i]!, lab[i + 1]!, lab[i + 2]!], i / 3);
    lab[i] = lightness;
    lab[i + 1] = a;
    lab[i + 2] = b;
  }
}

/** The lightness alone, one value per pixel. */
export function lightnessOf(surface: Surface): Float32Array {
  return Float32Array.from({ length: surface.width * surface.height }, (_, i) => surface.lab[i * 3]!);
}

/** How sharply colour changes at each pixel, 0..1, softened over `radius` pixels beforehand. */
export function edgesOf(surface: Surface, radius: number): Float32Array {
  const { width, height, lab } = surface;
  const planes = [0, 1, 2].map((c) =>
    blurred(
      { width, height, values: Float32Array.from({ length: width * height }, (_, i) => lab[i * 3 + c]! * (c ? 2 : 1)) },
      radius,
      1,
    ),
  );
  const edges = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      let energy = 0;
      for (const plane of planes) {
        const gx = plane[i + 1]! - plane[i - 1]!;
        const gy = plane[i + width]! - plane[i - width]!;
        energy += gx * gx + gy * gy;
      }
      edges[i] = Math.min(1, Math.sqrt(energy) * (2 + radius) * 1.6);
    }
  }
  return edges;
}

/** Rounds lightness to `levels` steps with narrow soft borders. */
export function stepped(lightness: number, levels: number, softness = 0.16): number {
  const at = lightness * levels;
  const low = Math.floor(at);
  const t = Math.min(1, Math.max(0, (at - low - 0.5) / softness + 0.5));
  return (low + t * t * (3 - 2 * t)) / levels;
}

/** Blends the aim towards `paper` by `share` at each pixel. */
export function towards(surface: Surface, paper: Lab, share: (index: number) => number): void {
  recolour(surface, (colour, index) => mix(colour, paper, Math.min(1, Math.max(0, share(index)))));
}

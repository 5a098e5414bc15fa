import type { Lab } from '../colour/oklab.ts';
import type { Surface } from '../raster/surface.ts';
import { createNoise } from '../random/noise.ts';
import type { Rng } from '../random/rng.ts';

const ACROSS = 64;
const ALONG = 128;

/** The print of a brush: how much paint each bristle leaves along a stroke, 0..1. */
export interface Brush {
  readonly print: Float32Array;
}

/** `rough` 0 (an airbrush) … 1 (dry hog bristle). */
export function createBrush(rng: Rng, rough: number): Brush {
  const noise = createNoise(rng);
  const print = new Float32Array(ACROSS * ALONG);
  for (let v = 0; v < ACROSS; v++) {
    const bristle = noise.at(v * 0.31, 3) * 0.5 + noise.at(v * 0.83, 9) * 0.5;
    const reach = 0.86 + noise.at(v * 0.5, 21) * 0.28 * rough;
    for (let u = 0; u < ALONG; u++) {
      const s = Math.abs((u / (ALONG - 1)) * 2 - 1);
      const t = Math.abs((v / (ACROSS - 1)) * 2 - 1);
      const end = Math.min(1, Math.max(0, (reach - s) / (0.16 + 0.3 * (1 - rough))));
      const edge = Math.min(1, Math.max(0, (1 - t) / (0.2 + 0.45 * (1 - rough))));
      const streak = 1 - rough * (0.34 + 0.5 * bristle + 0.25 * noise.at(v * 0.6, u * 0.05));
      print[v * ALONG + u] = end * edge * Math.min(1, Math.max(0, streak));
    }
  }
  return { print };
}

/** One touch of the brush. Sizes in pixels, angle in radians; `bend` curves the stroke (pixels of sag per half-length²). */
export interface Stroke {
  x: number;
  y: number;
  angle: number;
  halfLength: number;
  radius: number;
  bend: number;
  colour: Lab;
  opacity: number;
  /** Mirrors the print, so that neighbours do not look alike. */
  flip: boolean;
}

/** The painting: colour, and how thick the paint lies. */
export interface Canvas {
  readonly surface: Surface;
  readonly relief: Float32Array;
}

/** Lays a stroke on the canvas; the part outside is dropped. */
export function layStroke(canvas: Canvas, brush: Brush, stroke: Stroke): void {
  const { surface, relief } = canvas;
  const { lab, width, height } = surface;
  const { x, y, halfLength, radius, bend, opacity } = stroke;
  const [c0, c1, c2] = stroke.colour;
  const cos = Math.cos(stroke.angle);
  const sin = Math.sin(stroke.angle);
  const sag = Math.abs(bend) + radius;
  const spanX = Math.abs(cos) * halfLength + Math.abs(sin) * sag + 1;
  const spanY = Math.abs(sin) * halfLength + Math.abs(cos) * sag + 1;
  const left = Math.max(0, Math.floor(x - spanX));
  const right = Math.min(width - 1, Math.ceil(x + spanX));
  const top = Math.max(0, Math.floor(y - spanY));
  const bottom = Math.min(height - 1, Math.ceil(y + spanY));
  const inLength = 1 / halfLength;
  const inRadius = (ACROSS - 1) / 2 / radius;
  const middle = (ACROSS - 1) / 2;
  const print = brush.print;
  for (let py = top; py <= bottom; py++) {
    const dy = py + 0.5 - y;
    for (let px = left; px <= right; px++) {
      const dx = px + 0.5 - x;
      const u = (dx * cos + dy * sin) * inLength;
      if (u <= -1 || u >= 1) continue;
      const v = (dy * cos - dx * sin - bend * (u * u - 0.33)) * inRadius;
      if (v <= -middle || v >= middle) continue;
      const row = (stroke.flip ? middle - v : middle + v) | 0;
      const ink = print[row * ALONG + (((u + 1) * 0.5 * (ALONG - 1)) | 0)]!;
      const alpha = ink * opacity;
      if (alpha < 0.004) continue;
      const p = py * width + px;
      const i = p * 3;
      lab[i] = lab[i]! + (c0 - lab[i]!) * alpha;
      lab[i + 1] = lab[i + 1]! + (c1 - lab[i + 1]!) * alpha;
      lab[i + 2] = lab[i + 2]! + (c2 - lab[i + 2]!) * alpha;
      relief[p] = relief[p]! + (ink - relief[p]!) * alpha * 0.8;
    }
  }
}

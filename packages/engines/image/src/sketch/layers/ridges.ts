import { type Lab, lighter, mix } from '../colour/oklab.ts';
import { lit } from '../light/light.ts';
import { blend } from '../raster/surface.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

export interface RidgeWish {
  form: 'mountain' | 'hill' | 'dune' | 'mesa' | 'volcano';
  /** Local colour of the slopes. */
  colour: Lab;
  /** Height of the crest above the base, as a share of the shorter side. */
  rise: number;
  /** Row of the base, as a share of the picture's height. */
  base: number;
  /** 0 near … 1 at the edge of sight. */
  depth: number;
  /** Share of the height that lies under snow. */
  snow: number;
  /** Tufts on the slopes, 0..1. */
  wooded: number;
  /** Which stretch of the endless range is shown. */
  offset: number;
}

/** Height of the crest over a column, 0..1. */
function crest(stage: Stage, wish: RidgeWish, u: number): number {
  const { noise } = stage;
  const x = u + wish.offset;
  switch (wish.form) {
    case 'mountain': {
      const massif = 0.42 + 0.5 * noise.at(x * 1.15, wish.offset);
      const edge = noise.ridged(x * 1.5, wish.offset * 3.3, 5);
      return Math.max(0.04, massif * 0.62 + edge * 0.62 - 0.08);
    }
    case 'volcano': {
      const away = Math.abs(u - 0.5 * (stage.surface.width / stage.unit) - 0.1);
      const cone = Math.max(0, 1.05 - away * 1.7) ** 1.6;
      return Math.min(0.86 + noise.at(x * 14, 3) * 0.03, cone) + noise.fractal(x * 4, 7, 4) * 0.05;
    }
    case 'mesa': {
      const raw = noise.at(x * 1.4, wish.offset) + noise.at(x * 3.7, 4) * 0.3;
      return 0.12 + ease(-0.05, 0.12, raw) * 0.8 + noise.fractal(x * 9, 5, 3) * 0.06;
    }
    case 'dune':
      return 0.45 + noise.at(x * 0.9, wish.offset) * 0.45 + Math.abs(noise.at(x * 2.1, 9)) * -0.3 + 0.12;
    case 'hill':
      return 0.5 + noise.fractal(x * 1.25, wish.offset, 3) * 0.75 + noise.fractal(x * 24, 2, 2) * 0.035 * wish.wooded;
  }
}

/** How a slope faces the light at a point, -1..1. Steep forms are cut into facets, soft ones only swell. */
function slope(stage: Stage, wish: RidgeWish, at: { u: number; down: number; side: number }): number {
  const { noise } = stage;
  const x = at.u + wish.offset;
  const steep = wish.form === 'mountain' || wish.form === 'volcano' || wish.form === 'mesa';
  const fx = x * (steep ? 3.6 : 1.9);
  const fy = at.down * (steep ? 2.1 : 2.6) + wish.offset;
  const step = 0.16 * at.side;
  if (!steep) return (noise.fractal(fx, fy, 3) - noise.fractal(fx + step, fy - 0.1, 3)) * 2.6;
  const bend = noise.at(fx * 0.7, fy * 0.7) * 0.6;
  const here = noise.ridged(fx + bend, fy * 0.8, 4);
  const toward = noise.ridged(fx + bend + step, fy * 0.8 - 0.05, 4);
  return (here - toward) * 3.1 + 0.12;
}

/** One range from its crest down to the bottom of the picture, fading into the air with depth and towards its foot. */
export function paintRidge(stage: Stage, wish: RidgeWish): void {
  const { surface, unit, light, noise } = stage;
  const { width, height } = surface;
  const base = wish.base * height;
  const rise = wish.rise * unit;
  const fog = Math.min(0.94, wish.depth * (0.55 + light.haze * 0.5));
  const snowColour: Lab = [0.96, -0.004, -0.012];
  for (let x = 0; x < width; x++) {
    const u = x / unit;
    const side = Math.max(-1, Math.min(1, (light.source.x * width - x) / (unit * 0.3)));
    const topExact = base - crest(stage, wish, u) * rise;
    const top = Math.max(0, Math.floor(topExact));
    for (let y = top; y < height; y++) {
      const down = (y - topExact) / unit;
      const facing = slope(stage, wish, { u, down, side });
      const tuft = wish.wooded * noise.fractal(u * 46, down * 60, 2) * 0.16;
      let local = lighter(wish.colour, tuft + noise.fractal(u * 7 + 3, down * 9, 3) * 0.07);
      if (wish.snow > 0) {
        const line = wish.snow * wish.rise * (1.05 + noise.fractal(u * 9, 8, 3) * 0.7) - down * (0.75 + facing * 0.3);
        local = mix(local, snowColour, ease(-0.01, 0.03, line));
      }
      const foot = ease(0.0, 1.1, down / Math.max(0.05, wish.rise));
      const colour = mix(
        lit(local, Math.max(-1, Math.min(1, facing)), light),
        light.air,
        Math.min(0.97, fog + foot * (0.22 + light.haze * 0.4) * (0.35 + wish.depth)),
      );
      blend(surface, y * width + x, colour, y === top ? Math.min(1, 1 - (topExact - top)) : 1);
    }
  }
}

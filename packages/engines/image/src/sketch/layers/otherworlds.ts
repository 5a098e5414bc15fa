import { type Lab, lch, mix, toLch } from '../colour/oklab.ts';
import { blend } from '../raster/surface.ts';
import { softDab } from '../raster/soft-dab.ts';
import type { Plan } from '../scene/plan.ts';
import { paintStars } from './heavens.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

function hueOf(stage: Stage, plan: Plan, fallback: number): number {
  const tint = plan.reading.tints[0]?.colour ?? Object.values(plan.reading.placeColours)[0];
  return tint ? toLch(tint)[2] : fallback + stage.rng.fork('hue').between(-40, 40);
}

/** Deep space: clouds of gas in two related hues, dust before them, stars through them. */
export function paintCosmos(stage: Stage, plan: Plan): void {
  const { surface, noise, unit } = stage;
  const hue = hueOf(stage, plan, 300);
  const [hot, cold] = [lch(0.72, 0.15, hue + 55), lch(0.5, 0.14, hue - 35)];
  const black = lch(0.12, 0.04, 280);
  for (let y = 0; y < surface.height; y++) {
    for (let x = 0; x < surface.width; x++) {
      const u = (x / unit) * 1.5;
      const v = (y / unit) * 1.5;
      const wx = noise.fractal(u + 3, v, 3);
      const wy = noise.fractal(u, v + 8, 3);
      const gas = noise.fractal(u * 1.3 + wx * 1.5, v * 1.3 + wy * 1.5, 5) + 0.12;
      const dust = noise.ridged(u * 1.7 + wy, v * 1.7 + wx, 4);
      const glow = ease(-0.05, 0.5, gas);
      const colour = mix(cold, hot, ease(0.1, 0.55, gas + wx * 0.25));
      blend(surface, y * surface.width + x, mix(black, colour, glow * (0.92 - dust * 0.6)), 1);
    }
  }
  paintStars({ ...stage, horizon: surface.height * 1.3 }, { density: 1.5, milkyWay: false });
}

/** Under water: light from above in shafts, a sandy bed, motes and bubbles. */
export function paintDeep(stage: Stage, plan: Plan): void {
  const { surface, noise, unit, light } = stage;
  const hue = hueOf(stage, plan, 215);
  const top = lch(light.dark ? 0.5 : 0.83, 0.09, hue - 15);
  const deep = lch(light.dark ? 0.16 : 0.33, 0.085, hue + 25);
  const bed = surface.height * 0.84;
  for (let y = 0; y < surface.height; y++) {
    for (let x = 0; x < surface.width; x++) {
      const down = y / surface.height;
      const lean = (x / unit - light.source.x * (surface.width / unit)) / (0.4 + down);
      const shaft = ease(0.05, 0.5, noise.fractal(lean * 4.2, 3, 3)) * (1 - down) ** 1.2;
      const water = mix(
        mix(top, deep, ease(-0.05, 0.95, down + noise.at((x / unit) * 2, down * 3) * 0.1)),
        lch(0.95, 0.04, hue - 40),
        shaft * 0.42,
      );
      const floor = bed + noise.fractal((x / unit) * 2, 5, 3) * unit * 0.07;
      const ripple = noise.fractal((x / unit) * 6, ((y - floor) / unit) * 22, 3);
      const sand = mix(lch(0.66 + ripple * 0.09, 0.045, 85), water, 0.5);
      blend(surface, y * surface.width + x, mix(water, sand, ease(-unit * 0.02, unit * 0.03, y - floor)), 1);
    }
  }
  const rng = stage.rng.fork('bubbles');
  for (let i = 0; i < 70; i++) {
    const r = unit * rng.between(0.002, 0.009);
    const shape = { x: (rng.next() ** 2 * 0.5 + rng.next() * 0.5) * surface.width, y: rng.next() * bed, rx: r, ry: r };
    softDab(surface, shape, lch(0.94, 0.03, hue), { share: rng.between(0.15, 0.5), core: 0.3 });
  }
}

/** A harmony of hues for a picture of nothing in particular: three neighbours and one from across the wheel. */
function harmony(stage: Stage, plan: Plan): Lab[] {
  const rng = stage.rng.fork('harmony');
  const hue = hueOf(stage, plan, rng.between(0, 360));
  const spread = rng.between(22, 48);
  const tints = plan.reading.tints.map((tint) => tint.colour);
  const own = [
    lch(0.28, 0.07, hue - spread),
    lch(0.5, 0.11, hue),
    lch(0.72, 0.1, hue + spread),
    lch(0.9, 0.045, hue + spread * 1.8),
    lch(0.68, 0.15, hue + 180),
  ];
  return [...own.slice(0, 3), ...tints, ...own.slice(3)];
}

/** Bands and planes of colour that fold into one another; the composition hangs on the prompt's own words. */
export function paintAbstract(stage: Stage, plan: Plan): void {
  const { surface, noise, unit, rng } = stage;
  const colours = harmony(stage, plan);
  const angle = rng.fork('angle').between(0, Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const folds = rng.fork('folds').between(1.1, 2.1);
  const accent = colours.at(-1)!;
  for (let y = 0; y < surface.height; y++) {
    for (let x = 0; x < surface.width; x++) {
      const u = (x / unit) * cos + (y / unit) * sin;
      const v = (y / unit) * cos - (x / unit) * sin;
      const wx = noise.fractal(u * 0.9, v * 0.9 + 4, 3);
      const wy = noise.fractal(u * 0.9 + 7, v * 0.9, 3);
      const field = noise.fractal(u * 0.7 + wx * folds, v * 1.3 + wy * folds, 4) + 0.5;
      const at = Math.min(0.999, Math.max(0, field)) * (colours.length - 2);
      const index = Math.floor(at);
      const step = ease(0.3, 0.7, at - index);
      const shade = noise.at(u * 3 + wx * 3, v * 3) * 0.035;
      const base = mix(colours[index]!, colours[index + 1]!, step);
      const vein = ease(0.86, 0.97, noise.ridged(u * 0.8 + wy, v * 0.8 + wx, 2));
      blend(surface, y * surface.width + x, mix([base[0] + shade, base[1], base[2]], accent, vein * 0.85), 1);
    }
  }
  layDiscs(stage, colours);
}

/** A few veils of colour over the folds, as counterweights. */
function layDiscs(stage: Stage, colours: readonly Lab[]): void {
  const { surface, unit } = stage;
  const rng = stage.rng.fork('discs');
  const count = 3 + rng.below(4);
  for (let i = 0; i < count; i++) {
    const r = unit * rng.between(0.05, 0.34) * (i === 0 ? 1.2 : 1);
    const shape = { x: rng.between(0.1, 0.9) * surface.width, y: rng.between(0.1, 0.9) * surface.height, rx: r, ry: r };
    const colour = i === 0 ? colours.at(-1)! : colours[rng.below(colours.length)]!;
    softDab(surface, shape, colour, { share: rng.between(0.35, 0.8), core: rng.chance(0.6) ? 0.97 : 0.2 });
    if (rng.chance(0.5))
      softDab(surface, { ...shape, rx: r * 0.6, ry: r * 0.6 }, colours[rng.below(colours.length)]!, {
        share: 0.55,
        core: 0.96,
      });
  }
}

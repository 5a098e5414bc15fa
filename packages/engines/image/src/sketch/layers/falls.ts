import { lch, lighter, mix } from '../colour/oklab.ts';
import { softDab } from '../raster/soft-dab.ts';
import { blend } from '../raster/surface.ts';
import type { Plan } from '../scene/plan.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

/** A rock face with a fall of water down its middle, and the spray at its foot. */
export function paintFalls(stage: Stage, plan: Plan): void {
  const { surface, noise, unit, light, horizon } = stage;
  const foot = (plan.water?.from ?? horizon) + unit * 0.02;
  const top = horizon - unit * 0.34;
  const middle = surface.width * (light.source.x > 0.5 ? 0.44 : 0.56);
  const white = mix(lighter(light.horizon, 0.06), [0.97, 0, -0.01], light.dark ? 0.1 : 0.6);
  const left = Math.max(0, Math.floor(middle - unit * 0.5));
  const right = Math.min(surface.width, Math.ceil(middle + unit * 0.5));
  for (let y = Math.max(0, Math.floor(top - unit * 0.05)); y < Math.min(surface.height, foot); y++) {
    const down = (y - top) / (foot - top);
    for (let x = left; x < right; x++) {
      const u = (x - middle) / unit;
      const brink = noise.fractal(u * 7 + 3, 2, 4) * 0.16 + Math.abs(u) * 0.9 - 0.1;
      const wall =
        ease(brink - 0.02, brink + 0.01, down) *
        (1 - ease(0.3, 0.44, Math.abs(u) + noise.fractal(u * 3, down * 5, 3) * 0.12));
      const rock = lch(
        0.36 + noise.ridged(u * 9, down * 2.4, 4) * 0.2 + (u < 0 === light.source.x < 0.5 ? 0.06 : -0.05),
        0.025,
        110,
      );
      blend(surface, y * surface.width + x, mix(rock, light.air, 0.22), wall * 0.95);
      const half = 0.045 + down * 0.05 + noise.at(down * 5, 8) * 0.014;
      const threads = noise.at(u * 70, down * 2.2) * 0.5 + noise.at(u * 26 + 9, down * 1.3) * 0.4;
      const share = (1 - ease(half * 0.7, half, Math.abs(u) + threads * 0.012)) * ease(-0.02, 0.03, down);
      blend(surface, y * surface.width + x, lighter(white, threads * 0.1 - 0.03), share * (0.82 + threads * 0.3));
    }
  }
  const rng = stage.rng.fork('spray');
  for (let i = 0; i < 46; i++) {
    const r = unit * rng.between(0.02, 0.06);
    softDab(
      surface,
      { x: middle + rng.bell() * unit * 0.16, y: foot - rng.between(0, 0.05) * unit, rx: r * 1.4, ry: r },
      white,
      { share: 0.2, core: 0 },
    );
  }
}

import { type Lab, lch, lighter, mix } from '../colour/oklab.ts';
import { lit } from '../light/light.ts';
import { blend } from '../raster/surface.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

const EARTH: Lab = lch(0.7, 0.05, 75);
const ASPHALT: Lab = lch(0.5, 0.012, 260);

/** A path that winds to the horizon, or a street that runs straight to it. */
export function paintRoad(stage: Stage, kind: 'street' | 'path', snowy: boolean): void {
  const { surface, noise, unit, light, horizon } = stage;
  const { width, height } = surface;
  const swing = stage.rng.fork('road').between(-1, 1);
  const own = snowy ? lch(0.86, 0.015, 250) : kind === 'street' ? ASPHALT : EARTH;
  for (let y = Math.max(0, Math.ceil(horizon + unit * 0.012)); y < height; y++) {
    const near = (y - horizon) / (height - horizon);
    const bend = kind === 'street' ? 0 : Math.sin(Math.sqrt(near) * 5.2 + swing) * 0.14 * (0.4 + near);
    const middle = width * (0.5 + (kind === 'street' ? 0 : swing * 0.1 * (1 - near)) + bend);
    const half = unit * (kind === 'street' ? 0.62 : 0.25) * near ** 1.12;
    for (let x = Math.max(0, Math.floor(middle - half - 8)); x < Math.min(width, middle + half + 8); x++) {
      const ragged = noise.fractal((x / unit) * 9, near * 20, 2) * unit * (kind === 'street' ? 0.004 : 0.035) * near;
      const share = 1 - ease(-unit * 0.012 * near - 0.5, unit * 0.006 + 0.5, Math.abs(x - middle) - half + ragged);
      if (share <= 0.01) continue;
      const across = (x - middle) / Math.max(1, half);
      const ruts = kind === 'path' ? -0.05 * Math.exp(-(((Math.abs(across) - 0.5) / 0.16) ** 2)) : 0;
      const grain = noise.fractal((x / unit) * 16, (1 / near) * 6, 3) * 0.06;
      const colour = lit(lighter(own, grain + ruts), 0.4 + grain, light);
      blend(surface, y * width + x, mix(colour, light.air, (1 - ease(0, 0.5, near)) * 0.4), share * 0.94);
    }
  }
}

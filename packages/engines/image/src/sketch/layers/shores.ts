import type { Plan } from '../scene/plan.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

/** The outline of inland water as seen in perspective; undefined for the open sea, which has none. */
export function shoreline(stage: Stage, plan: Plan): ((x: number, y: number) => number) | undefined {
  const { water, width, height } = plan;
  if (!water || water.kind === 'sea') return undefined;
  const { noise, unit } = stage;
  if (water.kind === 'river') return river(stage, water.from, height, width);
  const soft = unit * 0.006;
  if (water.kind === 'lake' || water.kind === 'shore') {
    return (x, y) =>
      1 - ease(-soft, soft, y - water.to + noise.fractal((x / unit) * 2.3, 4, 3) * unit * 0.07 + unit * 0.02);
  }
  const middleY = (water.from + water.to) / 2;
  const [rx, ry] = [Math.max(unit * 0.46, width * 0.36), (water.to - water.from) / 2];
  return (x, y) => {
    const d =
      Math.hypot((x - width * 0.5) / rx, (y - middleY) / ry) + noise.fractal((x / unit) * 3, (y / unit) * 7, 3) * 0.2;
    return 1 - ease(0.96, 1.0, d);
  };
}

function river(stage: Stage, from: number, height: number, width: number): (x: number, y: number) => number {
  const { noise, unit, rng } = stage;
  const swing = rng.fork('river').between(0.5, 1) * (rng.fork('bank').chance(0.5) ? 1 : -1);
  return (x, y) => {
    // Rows may round to just above the far end, where a fractional power would be no number.
    const near = Math.max(0, (y - from) / (height - from));
    const middle = width * (0.5 + swing * 0.17 * Math.sin(Math.sqrt(Math.max(0, near)) * 6.4) * (0.35 + near));
    const half = width * (0.012 + 0.27 * near ** 1.35) + noise.at(9, near * 14) * width * 0.02 * near;
    const edge = Math.abs(x - middle) - half + noise.fractal((x / unit) * 6, near * 18, 2) * unit * 0.02 * near;
    return 1 - ease(-1, unit * 0.004 + 1, edge);
  };
}

import type { Rng } from '../random/rng.ts';
import { type Level, PATCH_RADIUS } from './levels.ts';

/** For each target pixel the source pixel whose patch is most like its own, and how unlike they are. */
export interface Likeness {
  readonly source: Int32Array;
  readonly cost: Float32Array;
}

/** Colour counts more than its share of the numbers: OKLab's a and b span a third of what lightness does. */
const COLOUR_WEIGHT = 2;

/** Sum of squared differences of two patches, given up once it passes `bound`. The part outside the picture does not count. */
function costOf({ surface }: Level, target: number, source: number, bound: number): number {
  const { width, height, lab } = surface;
  const tx = target % width;
  const ty = (target - tx) / width;
  const up = Math.max(-PATCH_RADIUS, -ty);
  const down = Math.min(PATCH_RADIUS, height - 1 - ty);
  const left = Math.max(-PATCH_RADIUS, -tx);
  const right = Math.min(PATCH_RADIUS, width - 1 - tx);
  let sum = 0;
  for (let dy = up; dy <= down; dy++) {
    let i = (target + dy * width + left) * 3;
    let j = (source + dy * width + left) * 3;
    for (let dx = left; dx <= right; dx++, i += 3, j += 3) {
      const dl = lab[i]! - lab[j]!;
      const da = lab[i + 1]! - lab[j + 1]!;
      const db = lab[i + 2]! - lab[j + 2]!;
      sum += dl * dl + COLOUR_WEIGHT * (da * da + db * db);
    }
    if (sum > bound) return sum;
  }
  return sum;
}

/** A likeness for every target: carried over from the coarser level where it can be, else drawn by lot. */
export function firstLikeness(level: Level, rng: Rng, coarse?: { level: Level; likeness: Likeness }): Likeness {
  const { surface, sources, targets, usable } = level;
  const { width } = surface;
  const source = new Int32Array(width * surface.height).fill(-1);
  const cost = new Float32Array(source.length).fill(Number.POSITIVE_INFINITY);
  for (const target of targets) {
    const carried = coarse ? carriedOver(target, width, coarse) : -1;
    source[target] = carried >= 0 && usable[carried] ? carried : sources[rng.below(sources.length)]!;
    cost[target] = costOf(level, target, source[target]!, Number.POSITIVE_INFINITY);
  }
  return { source, cost };
}

function carriedOver(target: number, width: number, { level, likeness }: { level: Level; likeness: Likeness }): number {
  const small = level.surface;
  const [x, y] = [target % width, Math.floor(target / width)];
  const [sx, sy] = [Math.min(small.width - 1, x >> 1), Math.min(small.height - 1, y >> 1)];
  const found = likeness.source[sy * small.width + sx]!;
  if (found < 0) return -1;
  return (Math.floor(found / small.width) * 2 + (y & 1)) * width + (found % small.width) * 2 + (x & 1);
}

/**
 * One sweep of PatchMatch (Barnes and others, 2009): each target tries the neighbours of what its neighbours found, then
 * places ever closer around its own. Odd sweeps run backwards.
 */
export function improve(level: Level, likeness: Likeness, { rng, sweep }: { rng: Rng; sweep: number }): void {
  const { surface, targets, usable } = level;
  const { width, height } = surface;
  const { source, cost } = likeness;
  const step = sweep % 2 === 0 ? 1 : -1;
  const attempt = (target: number, candidate: number): void => {
    if (!usable[candidate] || candidate === source[target]) return;
    const found = costOf(level, target, candidate, cost[target]!);
    if (found >= cost[target]!) return;
    cost[target] = found;
    source[target] = candidate;
  };
  const last = targets.length - 1;
  for (let n = 0; n <= last; n++) {
    const target = targets[step === 1 ? n : last - n]!;
    for (const offset of [step, step * width]) {
      const neighbour = source[target - offset];
      if (neighbour !== undefined && neighbour >= 0) attempt(target, neighbour + offset);
    }
    const x = source[target]! % width;
    const y = Math.floor(source[target]! / width);
    for (let reach = Math.max(width, height) >> 1; reach >= 1; reach >>= 1) {
      const px = Math.min(width - 1, Math.max(0, x + rng.below(reach * 2 + 1) - reach));
      const py = Math.min(height - 1, Math.max(0, y + rng.below(reach * 2 + 1) - reach));
      attempt(target, py * width + px);
    }
  }
}

/** Measures anew, after the hole has changed its colours. */
export function remeasure(level: Level, { source, cost }: Likeness): void {
  for (const target of level.targets) cost[target] = costOf(level, target, source[target]!, Number.POSITIVE_INFINITY);
}

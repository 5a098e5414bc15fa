import { type Level, PATCH_RADIUS } from './levels.ts';
import type { Likeness } from './match.ts';

/** How near the rim of the hole a pixel lies, as trust that fades inwards: what was known decides over what was guessed. */
export function trustOf({ surface, hole }: Level): Float32Array {
  const { width, height } = surface;
  const depth = new Float32Array(hole.length);
  const relax = (i: number, j: number, cost: number) => {
    if (depth[j]! + cost < depth[i]!) depth[i] = depth[j]! + cost;
  };
  for (let i = 0; i < hole.length; i++) depth[i] = hole[i] ? 1e6 : 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (x > 0) relax(y * width + x, y * width + x - 1, 1);
      if (y > 0) relax(y * width + x, (y - 1) * width + x, 1);
    }
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      if (x < width - 1) relax(y * width + x, y * width + x + 1, 1);
      if (y < height - 1) relax(y * width + x, (y + 1) * width + x, 1);
    }
  return depth.map((d) => 1.3 ** -Math.min(60, d));
}

/** The cost in the middle of all: votes of patches far less like than most count for little. */
function spreadOf(targets: Int32Array, cost: Float32Array): number {
  const stride = Math.max(1, targets.length >> 11);
  const sample: number[] = [];
  for (let i = 0; i < targets.length; i += stride) sample.push(cost[targets[i]!]!);
  sample.sort((a, b) => a - b);
  return Math.max(1e-4, sample[Math.floor(sample.length * 0.5)] ?? 1e-4);
}

/** Gives every pixel of the hole the colour that the patches over it vote for (Wexler, Shechtman and Irani, 2007). */
export function vote(level: Level, { source, cost }: Likeness, trust: Float32Array): void {
  const { surface, hole, targets } = level;
  const { width, height, lab } = surface;
  const sums = new Float32Array(lab.length);
  const weights = new Float32Array(hole.length);
  const spread = spreadOf(targets, cost);
  for (const target of targets) {
    const from = source[target]!;
    const weight = trust[target]! * Math.exp(-cost[target]! / (2 * spread)) + 1e-9;
    const tx = target % width;
    const ty = (target - tx) / width;
    for (let dy = -PATCH_RADIUS; dy <= PATCH_RADIUS; dy++) {
      if (ty + dy < 0 || ty + dy >= height) continue;
      for (let dx = -PATCH_RADIUS; dx <= PATCH_RADIUS; dx++) {
        if (tx + dx < 0 || tx + dx >= width) continue;
        const p = target + dy * width + dx;
        if (!hole[p]) continue;
        const q = (from + dy * width + dx) * 3;
        sums[p * 3] = sums[p * 3]! + lab[q]! * weight;
        sums[p * 3 + 1] = sums[p * 3 + 1]! + lab[q + 1]! * weight;
        sums[p * 3 + 2] = sums[p * 3 + 2]! + lab[q + 2]! * weight;
        weights[p] = weights[p]! + weight;
      }
    }
  }
  for (let p = 0; p < hole.length; p++)
    if (weights[p]! > 0) for (let c = 0; c < 3; c++) lab[p * 3 + c] = sums[p * 3 + c]! / weights[p]!;
}

/** A first guess for the hole: what is known creeps inwards ring by ring. */
export function creepIn({ surface, hole }: Level): void {
  const { width, height, lab } = surface;
  const known = Uint8Array.from(hole, (value) => 1 - value);
  let open = [...hole.keys()].filter((i) => hole[i]);
  while (open.length > 0) {
    const ring: { i: number; colour: [number, number, number] }[] = [];
    const left: number[] = [];
    for (const i of open) {
      const x = i % width;
      const near = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width].filter(
        (j) => j >= 0 && j < width * height && known[j],
      );
      if (near.length === 0) left.push(i);
      else {
        const mean = (c: number) => near.reduce((sum, j) => sum + lab[j * 3 + c]!, 0) / near.length;
        ring.push({ i, colour: [mean(0), mean(1), mean(2)] });
      }
    }
    for (const { i, colour } of ring) {
      lab.set(colour, i * 3);
      known[i] = 1;
    }
    if (ring.length === 0) return;
    open = left;
  }
}

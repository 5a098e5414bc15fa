import type { Rng } from './rng.ts';

/** Smooth noise over the plane. All functions are deterministic and roughly within -1..1 (`ridged`: 0..1). */
export interface Noise {
  at(x: number, y: number): number;
  /** Octaves summed, each half as strong and twice as fine. */
  fractal(x: number, y: number, octaves: number): number;
  /** Sharp crests, as mountains have. */
  ridged(x: number, y: number, octaves: number): number;
}

const SIZE = 256;
const MASK = SIZE - 1;

function shuffled(rng: Rng): Uint8Array {
  const table = Uint8Array.from({ length: SIZE * 2 }, (_, i) => i & MASK);
  for (let i = MASK; i > 0; i--) {
    const j = rng.below(i + 1);
    const kept = table[i]!;
    table[i] = table[j]!;
    table[j] = kept;
  }
  table.copyWithin(SIZE, 0, SIZE);
  return table;
}

/** Gradient noise after Ken Perlin (2002), with eight directions. */
export function createNoise(rng: Rng): Noise {
  const table = shuffled(rng);
  const gx = new Float32Array(SIZE);
  const gy = new Float32Array(SIZE);
  for (let i = 0; i < SIZE; i++) {
    const angle = rng.next() * Math.PI * 2;
    gx[i] = Math.cos(angle) * 1.5;
    gy[i] = Math.sin(angle) * 1.5;
  }
  const at = (x: number, y: number): number => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const dx = x - fx;
    const dy = y - fy;
    const ix = fx & MASK;
    const iy = fy & MASK;
    const u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
    const v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
    const left = table[ix]!;
    const right = table[(ix + 1) & MASK]!;
    const a = table[left + iy]!;
    const b = table[right + iy]!;
    const c = table[left + ((iy + 1) & MASK)]!;
    const d = table[right + ((iy + 1) & MASK)]!;
    const top = (gx[a]! * dx + gy[a]! * dy) * (1 - u) + (gx[b]! * (dx - 1) + gy[b]! * dy) * u;
    const low = (gx[c]! * dx + gy[c]! * (dy - 1)) * (1 - u) + (gx[d]! * (dx - 1) + gy[d]! * (dy - 1)) * u;
    return top + (low - top) * v;
  };
  const fractal = (x: number, y: number, octaves: number): number => {
    let sum = 0;
    let strength = 0.5;
    for (let i = 0; i < octaves; i++) {
      sum += at(x, y) * strength;
      strength *= 0.5;
      x = x * 2.03 + 17.17;
      y = y * 2.03 + 5.71;
    }
    return sum;
  };
  const ridged = (x: number, y: number, octaves: number): number => {
    let sum = 0;
    let strength = 0.55;
    let carry = 1;
    for (let i = 0; i < octaves; i++) {
      const crest = 1 - Math.min(1, Math.abs(at(x, y)) * 1.25);
      carry = crest * crest * carry;
      sum += carry * strength;
      strength *= 0.5;
      x = x * 2.03 + 31.7;
      y = y * 2.03 + 11.3;
    }
    return sum;
  };
  return { at, fractal, ridged };
}

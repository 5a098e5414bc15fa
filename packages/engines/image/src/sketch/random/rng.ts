import { hashText } from './hash.ts';

/** A deterministic random stream. */
export interface Rng {
  /** [0, 1) */
  next(): number;
  between(low: number, high: number): number;
  /** Whole number in [0, count). */
  below(count: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Bell-shaped around 0, within ±1. */
  bell(): number;
  /** An independent stream: adding draws to one part of a picture leaves the others as they were. */
  fork(name: string): Rng;
}

/** sfc32 (Chris Doty-Humphrey, PractRand): fast, passes BigCrush, 128 bits of state. */
function sfc32(seed: [number, number, number, number]): () => number {
  let [a, b, c, d] = seed;
  const next = () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** The stream that belongs to `key`; equal keys give equal streams. */
export function createRng(key: string): Rng {
  const next = sfc32(hashText(key));
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    below: (count) => Math.floor(next() * count),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    bell: () => (next() + next() + next()) / 1.5 - 1,
    fork: (name) => createRng(`${key}/${name}`),
  };
}

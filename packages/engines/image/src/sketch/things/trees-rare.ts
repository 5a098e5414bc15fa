import { hex, lch, lighter } from '../colour/oklab.ts';
import { foliage } from './foliage.ts';
import type { Pen } from './pen.ts';

interface Twig {
  x: number;
  y: number;
  angle: number;
  length: number;
  width: number;
}

function grow(pen: Pen, twig: Twig, depth: number): void {
  const { rng } = pen;
  const angle = twig.angle + rng.bell() * 0.16;
  const x = twig.x + Math.cos(angle) * twig.length;
  const y = twig.y + Math.sin(angle) * twig.length;
  const bark = hex('#5e4a40');
  const bendX = (twig.x + x) / 2 + rng.bell() * twig.length * 0.1;
  pen.limb([twig.x, twig.y, bendX, (twig.y + y) / 2, x, y], { from: twig.width, to: twig.width * 0.66 }, bark, {
    round: twig.width * 0.3,
    grain: 0.1,
  });
  if (depth === 0) return;
  const forks = rng.chance(0.35) ? 3 : 2;
  for (let i = 0; i < forks; i++) {
    const turn = (i - (forks - 1) / 2) * rng.between(0.6, 0.95) + rng.bell() * 0.15;
    grow(
      pen,
      { x, y, angle: angle + turn, length: twig.length * rng.between(0.66, 0.84), width: twig.width * 0.64 },
      depth - 1,
    );
  }
}

/** A tree without leaves. */
export function bareTree(pen: Pen): void {
  grow(pen, { x: 0, y: -0.02, angle: Math.PI / 2, length: 0.25, width: 0.06 }, 6);
}

export function palm(pen: Pen): void {
  const { rng } = pen;
  const lean = rng.between(0.06, 0.16);
  pen.limb([0, -0.02, lean * 0.3, 0.3, lean * 0.75, 0.58, lean, 0.8], { from: 0.06, to: 0.035 }, hex('#8a6f54'), {
    round: 0.016,
    grain: 0.2,
  });
  const leaf = pen.colour(lch(0.52, 0.11, 138));
  for (let frond = 0; frond < 11; frond++) {
    const angle = (frond / 11) * Math.PI * 2 + rng.bell() * 0.2;
    const facing = Math.sin(angle) * 0.5 + rng.bell() * 0.2;
    for (let i = 0; i < 26; i++) {
      const t = i / 26;
      const reach = t * 0.36;
      const x = lean + Math.cos(angle) * reach;
      const y = 0.8 + Math.sin(angle) * reach * 0.5 + t * 0.07 - t * t * 0.24;
      const turn = Math.atan2(-0.5 * t - 0.2, Math.cos(angle));
      pen.dab(
        { x, y, rx: 0.04 * (1 - t * 0.5), ry: 0.0065, turn },
        lighter(leaf, rng.bell() * 0.05 - 0.05 + t * 0.06),
        facing,
      );
    }
  }
}

export function bamboo(pen: Pen): void {
  const { rng } = pen;
  const stem = pen.colour(lch(0.6, 0.1, 132));
  for (let culm = 0; culm < 5; culm++) {
    const x = (culm - 2) * 0.075 + rng.bell() * 0.02;
    const lean = rng.bell() * 0.06;
    const top = rng.between(0.8, 1);
    for (let joint = 0; joint < 9; joint++) {
      const y = (joint / 9) * top;
      pen.limb([x + lean * y, y, x + lean * (y + 0.1), y + top / 9 - 0.006], { from: 0.02, to: 0.018 }, stem, {
        round: 0.008,
        grain: 0.06,
      });
    }
    const clusters = Array.from({ length: 5 }, () => ({
      x: x + lean + rng.bell() * 0.12,
      y: rng.between(0.5, 1) * top,
      radius: 0.07,
    }));
    foliage(pen, { clusters, colour: lighter(stem, -0.06), leaf: 0.0065, count: 26, long: 4.5, turn: -0.5 });
  }
}

export function birch(pen: Pen): void {
  const { rng } = pen;
  const lean = rng.bell() * 0.05;
  pen.limb([0, -0.01, lean * 0.5, 0.45, lean, 0.92], { from: 0.05, to: 0.012 }, hex('#e9e4d8'), {
    round: 0.014,
    grain: 0.05,
  });
  for (let i = 0; i < 18; i++) {
    const y = rng.between(0.03, 0.7);
    pen.dab({ x: lean * y + rng.bell() * 0.018, y, rx: 0.012, ry: 0.0035 }, hex('#3b342f'), 0);
  }
  const clusters = Array.from({ length: 13 }, (_, i) => ({
    x: lean * 0.7 + rng.bell() * 0.17 * (1.3 - i / 13),
    y: 0.42 + (i / 13) * 0.52,
    radius: rng.between(0.06, 0.1),
  }));
  foliage(pen, { clusters, colour: pen.colour(lch(0.7, 0.12, 115)), leaf: 0.0095, count: 54 });
}

export function bush(pen: Pen): void {
  const clusters = Array.from({ length: 9 }, (_, i) => ({
    x: (i / 8 - 0.5) * 1.1,
    y: 0.3 + pen.rng.between(0, 0.34) * (1 - Math.abs(i / 4 - 1)),
    radius: 0.3,
  }));
  foliage(pen, { clusters, colour: pen.colour(lch(0.52, 0.1, 136)), leaf: 0.04, count: 60 });
}

export function cactus(pen: Pen): void {
  const green = pen.colour(lch(0.52, 0.08, 145));
  const style = { round: 0.035, grain: 0.1 };
  pen.limb([0, 0, 0, 0.5, 0, 0.95], { from: 0.17, to: 0.13 }, green, style);
  pen.limb([0.06, 0.36, 0.24, 0.4, 0.25, 0.52, 0.25, 0.74], { from: 0.1, to: 0.085 }, green, style);
  pen.limb([-0.06, 0.5, -0.21, 0.53, -0.22, 0.62, -0.22, 0.8], { from: 0.09, to: 0.075 }, green, style);
  for (let i = 0; i < 40; i++)
    pen.dab(
      { x: pen.rng.bell() * 0.08, y: pen.rng.between(0.05, 0.95), rx: 0.003, ry: 0.011 },
      lighter(green, 0.22),
      0.6,
    );
}

/** A tree with fruit hanging in it. */
export function fruitTree(fruit: { colour: readonly [number, number, number]; bare: boolean }) {
  return (pen: Pen): void => {
    if (fruit.bare) bareTree(pen);
    const leaves = fruit.bare ? 10 : 60;
    const clusters = Array.from({ length: 12 }, () => ({
      x: pen.rng.bell() * 0.34,
      y: pen.rng.between(0.45, 0.86),
      radius: 0.12,
    }));
    if (!fruit.bare) pen.limb([0, -0.02, 0.01, 0.5], { from: 0.07, to: 0.04 }, hex('#6b5140'), { round: 0.016 });
    foliage(pen, {
      clusters,
      colour: fruit.bare ? lch(0.62, 0.13, 60) : lch(0.52, 0.1, 136),
      leaf: 0.015,
      count: leaves,
    });
    for (let i = 0; i < 34; i++) {
      const x = pen.rng.bell() * 0.36;
      const y = pen.rng.between(0.4, 0.88);
      pen.dab({ x, y, rx: 0.023, ry: 0.021 }, lighter(pen.colour(fruit.colour), -0.05), 0.1);
      pen.dab({ x: x - 0.005, y: y + 0.006, rx: 0.01, ry: 0.009 }, lighter(pen.colour(fruit.colour), 0.12), 0.9);
    }
  };
}

import { type Lab, hex, lch, lighter } from '../colour/oklab.ts';
import { foliage, type LeafCluster } from './foliage.ts';
import type { Pen } from './pen.ts';

const BARK = hex('#6b5140');

interface CrownShape {
  /** Middle height and the half axes of the crown. */
  y: number;
  rx: number;
  ry: number;
  count: number;
}

function crown(pen: Pen, { y, rx, ry, count }: CrownShape): LeafCluster[] {
  const { rng } = pen;
  const clusters = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2 + rng.bell() * 0.5;
    const out = i % 3 === 0 ? rng.between(0, 0.4) : rng.between(0.55, 0.95);
    return {
      x: Math.cos(angle) * rx * out,
      y: y + Math.sin(angle) * ry * out,
      radius: Math.min(rx, ry) * rng.between(0.36, 0.58),
    };
  });
  return clusters.sort((a, b) => a.y - b.y);
}

function branches(pen: Pen, bark: Lab, top: number): void {
  const { rng } = pen;
  const lean = rng.bell() * 0.06;
  pen.limb([0, -0.02, lean * 0.4, top * 0.45, lean, top], { from: 0.085, to: 0.035 }, bark, {
    round: 0.02,
    grain: 0.12,
  });
  for (let i = 0; i < 5; i++) {
    const y = top * rng.between(0.62, 1);
    const reach = rng.between(0.14, 0.28) * (i % 2 === 0 ? 1 : -1);
    pen.limb(
      [lean * (y / top), y, reach * 0.5, y + 0.1, reach, y + rng.between(0.16, 0.28)],
      { from: 0.032, to: 0.01 },
      bark,
      { round: 0.01, grain: 0.1 },
    );
  }
}

/** A spreading tree. `leaf` is the colour of its foliage. */
export function broadleaf(leaf: Lab) {
  return (pen: Pen): void => {
    branches(pen, BARK, 0.45);
    const clusters = crown(pen, { y: 0.66, rx: 0.36, ry: 0.29, count: 13 });
    foliage(pen, { clusters, colour: pen.colour(leaf), leaf: 0.0165, count: 120 });
  };
}

/** Cherry, plum or apple in flower: airy, with branches showing and petals below. */
export function blossomTree(petal: Lab) {
  return (pen: Pen): void => {
    branches(pen, hex('#5a4440'), 0.46);
    const clusters = crown(pen, { y: 0.66, rx: 0.42, ry: 0.27, count: 16 });
    foliage(pen, { clusters, colour: pen.colour(petal), leaf: 0.0135, count: 105, long: 1.15 });
    for (let i = 0; i < 40; i++) {
      const shape = { x: pen.rng.bell() * 0.5, y: pen.rng.between(-0.03, 0.02), rx: 0.009, ry: 0.005 };
      pen.dab(shape, pen.colour(petal), 0.5);
    }
  };
}

/** Pine, fir or spruce: tiers of drooping boughs. */
export function conifer(needle: Lab) {
  return (pen: Pen): void => {
    const { rng } = pen;
    pen.limb([0, -0.01, 0, 0.9], { from: 0.05, to: 0.01 }, BARK, { round: 0.012 });
    const local = pen.colour(needle);
    const tiers = 13;
    for (let tier = 0; tier < tiers; tier++) {
      const t = tier / tiers;
      const y = 0.1 + t * 0.86;
      const reach = 0.235 * (1 - t) ** 0.85 + 0.012;
      const dabs = Math.round(46 * (1 - t * 0.7));
      for (let i = 0; i < dabs; i++) {
        const out = rng.between(-1, 1);
        const facing = rng.bell() * 0.35 + (rng.next() - 0.45) * 0.8;
        const drop = Math.abs(out) * 0.05;
        const shape = {
          x: out * reach,
          y: y - drop + rng.bell() * 0.03,
          rx: 0.03 * (1 - t * 0.55),
          ry: 0.0085,
          turn: -out * 0.75,
        };
        pen.dab(shape, lighter(local, rng.bell() * 0.05 + t * 0.03), facing - Math.abs(out) * 0.1);
      }
    }
  };
}

/** The Korean red pine: a leaning, bending trunk under flat, layered pads of needles. */
export function oldPine(pen: Pen): void {
  const { rng } = pen;
  const bark = hex('#8a5540');
  const bend = rng.between(0.04, 0.1);
  pen.limb(
    [-bend * 0.4, -0.02, bend * 0.7, 0.24, -bend * 0.2, 0.5, bend * 0.6, 0.72, bend * 0.3, 0.9],
    { from: 0.07, to: 0.022 },
    bark,
    { round: 0.02, grain: 0.3 },
  );
  const needle = pen.colour(lch(0.47, 0.085, 150));
  const pads = [
    [-0.27, 0.5, 0.15],
    [0.29, 0.56, 0.16],
    [-0.22, 0.69, 0.16],
    [0.25, 0.75, 0.15],
    [-0.1, 0.84, 0.14],
    [0.07, 0.93, 0.14],
  ] as const;
  for (const [x, y, half] of pads) {
    pen.limb([bend * 0.3, y - 0.13, x * 0.55, y - 0.06, x, y - 0.03], { from: 0.028, to: 0.012 }, bark, {
      round: 0.01,
    });
    const clusters = [-0.75, 0.75, -0.35, 0.4, 0].map((t) => ({
      x: x + t * half,
      y: y + (1 - Math.abs(t)) * 0.035 + rng.bell() * 0.008,
      radius: 0.062,
    }));
    foliage(pen, { clusters, colour: needle, leaf: 0.0085, count: 95, long: 2.2, turn: 0.1 });
  }
}

/** Poplar and cypress: a tall flame. */
export function columnTree(leaf: Lab) {
  return (pen: Pen): void => {
    pen.limb([0, -0.01, 0, 0.3], { from: 0.04, to: 0.03 }, BARK, { round: 0.01 });
    const clusters = Array.from({ length: 12 }, (_, i) => {
      const t = i / 11;
      const bulge = Math.sin(Math.PI * (0.16 + t * 0.78));
      return { x: pen.rng.bell() * 0.02, y: 0.1 + t * 0.82, radius: 0.025 + 0.085 * bulge };
    });
    foliage(pen, { clusters, colour: pen.colour(leaf), leaf: 0.011, count: 90, long: 2.2, turn: Math.PI / 2 - 0.15 });
  };
}

/** A willow: curtains of thin leaves. */
export function willow(pen: Pen): void {
  const { rng } = pen;
  branches(pen, BARK, 0.5);
  const leaf = pen.colour(lch(0.64, 0.11, 122));
  const clusters = crown(pen, { y: 0.76, rx: 0.34, ry: 0.17, count: 10 });
  foliage(pen, { clusters, colour: leaf, leaf: 0.012, count: 70, long: 2.4, turn: Math.PI / 2 });
  for (let i = 0; i < 70; i++) {
    const x = rng.between(-0.46, 0.46);
    const top = 0.62 + 0.24 * Math.sqrt(Math.max(0, 1 - (x / 0.48) ** 2));
    const end = rng.between(0.14, 0.42);
    const facing = rng.bell() * 0.6;
    for (let y = top; y > end; y -= 0.022) {
      pen.dab(
        { x: x + Math.sin(y * 7 + i) * 0.012, y, rx: 0.016, ry: 0.005, turn: Math.PI / 2 },
        lighter(leaf, rng.bell() * 0.05),
        facing,
      );
    }
  }
}

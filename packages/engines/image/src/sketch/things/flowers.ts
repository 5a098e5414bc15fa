import { hex, lch, lighter, turned } from '../colour/oklab.ts';
import { smooth } from '../raster/path.ts';
import { type Bloom, HEADS } from './blooms.ts';
import type { Pen } from './pen.ts';

const STEM = lch(0.5, 0.1, 135);

function leaf(pen: Pen, at: { x: number; y: number; reach: number; lift: number }): void {
  const { x, y, reach, lift } = at;
  pen.form(
    smooth([x, y, x + reach * 0.45, y + lift * 0.75, x + reach, y + lift, x + reach * 0.6, y + lift * 0.3]),
    lighter(STEM, pen.rng.bell() * 0.05),
    { round: 0.02, grain: 0.1 },
  );
}

/** A small stand of one kind of flower: three to five stems. */
export function flower(bloom: Bloom) {
  return (pen: Pen): void => {
    const { rng } = pen;
    const own = { ...bloom, petal: pen.colour(bloom.petal) };
    const stems = bloom.form === 'lotus' ? 2 : 4;
    for (let i = 0; i < stems; i++) {
      const x = (i - (stems - 1) / 2) * 0.26 + rng.bell() * 0.05;
      const top = rng.between(0.58, 0.86) + (i === 1 ? 0.06 : 0);
      const lean = rng.bell() * 0.08;
      pen.limb([x * 0.5, 0, x * 0.8, top * 0.5, x + lean, top], { from: 0.024, to: 0.016 }, STEM, { round: 0.006 });
      leaf(pen, { x: x * 0.7, y: top * 0.3, reach: rng.between(0.12, 0.2) * (i % 2 ? 1 : -1), lift: 0.15 });
      HEADS[bloom.form](pen, { x: x + lean, y: top, size: rng.between(0.1, 0.13) }, own);
    }
  };
}

/** A vase with a bunch of mixed flowers. */
export function bouquet(pen: Pen): void {
  const { rng } = pen;
  const petal = pen.colour(lch(0.7, 0.15, 15));
  const heart = hex('#d9a53a');
  for (let i = 0; i < 16; i++)
    leaf(pen, { x: 0, y: 0.42, reach: rng.between(-0.36, 0.36), lift: rng.between(0.12, 0.34) });
  const forms = ['rose', 'daisy', 'ball', 'cup'] as const;
  for (let i = 0; i < 11; i++) {
    const angle = (i / 11) * Math.PI * 2;
    const out = i % 2 ? 0.26 : 0.13;
    const bloom: Bloom = {
      petal: lighter(turned(petal, rng.bell() * (pen.place.tint ? 16 : 55)), rng.bell() * 0.08),
      heart,
      form: forms[i % 4] ?? 'rose',
    };
    HEADS[bloom.form](
      pen,
      { x: Math.cos(angle) * out, y: 0.74 + Math.sin(angle) * out * 0.72, size: rng.between(0.075, 0.105) },
      bloom,
    );
  }
  pen.form(
    smooth([-0.1, 0.46, -0.09, 0.4, -0.19, 0.24, -0.14, 0.02, 0, 0, 0.14, 0.02, 0.19, 0.24, 0.09, 0.4, 0.1, 0.46]),
    hex('#8fa7a8'),
    { round: 0.07, grain: 0.04 },
  );
}

/** Grasses or reeds. */
export function reeds(pen: Pen): void {
  const { rng } = pen;
  const colour = pen.colour(lch(0.66, 0.085, 98));
  for (let i = 0; i < 26; i++) {
    const x = rng.bell() * 0.5;
    const lean = rng.between(0.02, 0.2);
    const top = rng.between(0.55, 1);
    pen.limb(
      [x, 0, x + lean * 0.3, top * 0.55, x + lean, top],
      { from: 0.018, to: 0.005 },
      lighter(colour, rng.bell() * 0.1 - 0.06),
      { facing: rng.bell() * 0.6 },
    );
    for (let k = 0; k < 7; k++)
      pen.dab(
        { x: x + lean + k * 0.006, y: top - k * 0.022, rx: 0.03, ry: 0.01, turn: -0.9 },
        lighter(colour, 0.14),
        0.6,
      );
  }
}

export function mushroom(pen: Pen): void {
  const cap = pen.colour(hex('#b8402f'));
  for (const [x, s] of [
    [-0.34, 0.55],
    [0.36, 0.68],
    [0, 1],
  ] as const) {
    pen.limb([x, 0, x, 0.6 * s], { from: 0.2 * s, to: 0.14 * s }, hex('#e9dfcb'), { round: 0.05 * s });
    pen.form(
      smooth([
        x - 0.42 * s,
        0.52 * s,
        x - 0.3 * s,
        0.82 * s,
        x,
        0.98 * s,
        x + 0.3 * s,
        0.82 * s,
        x + 0.42 * s,
        0.52 * s,
        x,
        0.46 * s,
      ]),
      cap,
      { round: 0.13 * s, grain: 0.06 },
    );
    for (let i = 0; i < 7; i++)
      pen.dab(
        { x: x + pen.rng.bell() * 0.3 * s, y: (0.62 + pen.rng.next() * 0.25) * s, rx: 0.04 * s, ry: 0.032 * s },
        hex('#f4ecdc'),
        0.6,
      );
  }
}

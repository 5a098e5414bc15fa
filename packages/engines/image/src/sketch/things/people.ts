import { type Lab, hex, lighter } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

const COATS: readonly [Lab, ...Lab[]] = [
  hex('#8a3b32'),
  hex('#2f4a63'),
  hex('#55603f'),
  hex('#c99a4a'),
  hex('#6b4a63'),
  hex('#d8cbb2'),
];
const SKINS: readonly [Lab, ...Lab[]] = [hex('#e3b894'), hex('#c98f68'), hex('#8f5f42'), hex('#f0cfb2')];
const HAIRS: readonly [Lab, ...Lab[]] = [hex('#2b211d'), hex('#4a3022'), hex('#7a5230'), hex('#1c1a1c')];

interface Bearing {
  /** Head size over body: a child's is larger. */
  head: number;
  skirt: boolean;
  umbrella: boolean;
}

function umbrella(pen: Pen): void {
  const cloth = pen.colour(hex('#b53a35'));
  pen.limb([0.13, 0.5, 0.13, 1.08], { from: 0.014, to: 0.014 }, hex('#3a2c26'));
  pen.form(
    smooth([-0.3, 0.94, -0.18, 1.13, 0.13, 1.22, 0.44, 1.13, 0.56, 0.94, 0.3, 0.98, 0.13, 0.94, -0.06, 0.98]),
    cloth,
    { round: 0.06, grain: 0.05 },
  );
  for (const x of [-0.12, 0.13, 0.38])
    pen.limb([0.13, 1.21, x, 0.96], { from: 0.006, to: 0.01 }, lighter(cloth, -0.1), { facing: 0.2 });
}

/** A figure seen from a way off: a few sure strokes, no face. */
export function person(bearing: Bearing) {
  return (pen: Pen): void => {
    const { rng } = pen;
    const coat = bearing.umbrella ? rng.pick(COATS) : pen.colour(rng.pick(COATS));
    const skin = rng.pick(SKINS);
    const stride = rng.between(0.03, 0.075);
    const dark = hex('#35302f');
    for (const side of [-1, 1]) {
      pen.limb(
        [side * 0.035, 0.46, side * stride * 0.8, 0.22, side * stride, 0.02],
        { from: 0.085, to: 0.05 },
        lighter(dark, side * 0.03),
        { round: 0.02 },
      );
      pen.form(ellipse({ x: side * stride + 0.02, y: 0.016, rx: 0.045, ry: 0.02 }), hex('#2a2422'));
    }
    const hem = bearing.skirt ? 0.22 : 0.42;
    const wide = bearing.skirt ? 0.16 : 0.1;
    pen.limb([-0.09, 0.76, -0.13, 0.6, -0.1, 0.46], { from: 0.06, to: 0.042 }, lighter(coat, -0.05), { round: 0.02 });
    pen.form(
      smooth([-0.1, 0.8, -0.11, 0.6, -wide, hem, 0, hem - 0.012, wide, hem, 0.11, 0.6, 0.1, 0.8, 0, 0.84], 4),
      coat,
      { round: 0.05, grain: 0.08 },
    );
    pen.limb(
      [0.09, 0.76, 0.14, 0.62, bearing.umbrella ? 0.13 : 0.09, bearing.umbrella ? 0.66 : 0.48],
      { from: 0.06, to: 0.042 },
      lighter(coat, 0.02),
      { round: 0.02 },
    );
    const y = 0.82 + bearing.head * 0.9;
    pen.limb([0, 0.8, 0, y], { from: 0.05, to: 0.045 }, lighter(skin, -0.06));
    pen.form(ellipse({ x: 0.006, y, rx: bearing.head * 0.78, ry: bearing.head }), skin, { round: 0.025 });
    const hair = rng.pick(HAIRS);
    pen.form(
      smooth([
        -bearing.head * 0.9,
        y - bearing.head * 0.5,
        -bearing.head * 0.9,
        y + bearing.head * 0.6,
        0,
        y + bearing.head * 1.2,
        bearing.head * 0.75,
        y + bearing.head * 0.7,
        bearing.head * 0.3,
        y + bearing.head * 0.4,
        -bearing.head * 0.3,
        y + bearing.head * 0.2,
      ]),
      hair,
      { round: 0.02, grain: 0.08 },
    );
    if (bearing.umbrella) umbrella(pen);
  };
}

/** Two people side by side. */
export function couple(pen: Pen): void {
  const one = person({ head: 0.075, skirt: false, umbrella: false });
  const other = person({ head: 0.078, skirt: true, umbrella: false });
  const shifted = (dx: number): Pen => ({
    ...pen,
    form: (path, colour, style) =>
      pen.form(
        path.map((value, i) => (i % 2 ? value : value + dx)),
        colour,
        style,
      ),
    limb: (points, width, colour, style) =>
      pen.limb(
        points.map((value, i) => (i % 2 ? value : value + dx)),
        width,
        colour,
        style,
      ),
  });
  one(shifted(-0.13));
  other(shifted(0.14));
}

/** A snowman, a friend of winter scenes. */
export function snowman(pen: Pen): void {
  const snow = hex('#eef1f4');
  pen.form(ellipse({ x: 0, y: 0.24, rx: 0.27, ry: 0.25 }), snow, { round: 0.11, grain: 0.05 });
  pen.form(ellipse({ x: 0, y: 0.6, rx: 0.2, ry: 0.19 }), snow, { round: 0.09, grain: 0.05 });
  for (const side of [-1, 1])
    pen.limb([side * 0.17, 0.63, side * 0.34, 0.72, side * 0.44, 0.84], { from: 0.02, to: 0.01 }, hex('#5a4334'));
  pen.form(ellipse({ x: 0, y: 0.86, rx: 0.14, ry: 0.13 }), snow, { round: 0.06, grain: 0.04 });
  pen.limb([-0.16, 0.74, 0, 0.71, 0.16, 0.75], { from: 0.06, to: 0.06 }, pen.colour(hex('#b8402f')), { round: 0.02 });
  pen.form([0.01, 0.88, 0.01, 0.84, 0.16, 0.85], hex('#e0812c'), { facing: 0.4 });
  for (const x of [-0.05, 0.05]) pen.dab({ x, y: 0.91, rx: 0.017, ry: 0.017 }, hex('#1c1816'), 0);
}

import { type Lab, hex, lighter } from '../colour/oklab.ts';
import { ellipse } from '../raster/path.ts';
import type { Build } from './build.ts';
import type { Pen } from './pen.ts';

/** Middle and radius of an animal's head. */
export interface BeastHead {
  x: number;
  y: number;
  size: number;
}

function ears(pen: Pen, head: BeastHead, build: Build, coat: Lab): void {
  const { x, y, size } = head;
  const inner = lighter(coat, -0.12);
  for (const [dx, colour] of [
    [-0.05, inner],
    [-0.5, coat],
  ] as const) {
    const ex = x + dx * size;
    if (build.ear === 'point')
      pen.form(
        [ex - size * 0.28, y + size * 0.6, ex + size * 0.3, y + size * 0.66, ex - size * 0.05, y + size * 1.42],
        colour,
        { round: 0.015 },
      );
    if (build.ear === 'round')
      pen.form(ellipse({ x: ex, y: y + size * 0.82, rx: size * 0.3, ry: size * 0.3 }), colour, { round: 0.02 });
    if (build.ear === 'long')
      pen.form(
        ellipse({ x: ex - size * 0.12, y: y + size * 1.5, rx: size * 0.2, ry: size * 0.9, turn: 0.18 }),
        colour,
        { round: 0.02 },
      );
    if (build.ear === 'drop')
      pen.form(
        ellipse({ x: ex - size * 0.25, y: y + size * 0.2, rx: size * 0.24, ry: size * 0.55, turn: -0.35 }),
        lighter(colour, -0.06),
        { round: 0.02 },
      );
    if (build.ear === 'wide')
      pen.form(
        ellipse({ x: ex - size * 0.4, y: y + size * 0.1, rx: size * 0.6, ry: size * 0.75 }),
        lighter(colour, -0.04),
        { round: 0.03 },
      );
  }
}

/** Antlers, horns or a trunk. */
export function horns(pen: Pen, head: BeastHead, kind: NonNullable<Build['horns']>, coat: Lab): void {
  const { x, y, size } = head;
  const bone = hex('#b39a78');
  if (kind === 'trunk')
    pen.limb(
      [
        x + size * 0.7,
        y,
        x + size * 1.25,
        y - size * 0.8,
        x + size * 1.2,
        y - size * 1.9,
        x + size * 1.5,
        y - size * 2.2,
      ],
      { from: size * 0.6, to: size * 0.22 },
      coat,
      { round: size * 0.12, grain: 0.12 },
    );
  if (kind === 'horns')
    for (const side of [-0.3, 0.15])
      pen.limb(
        [
          x + size * side,
          y + size * 0.75,
          x + size * (side + 0.1),
          y + size * 1.15,
          x + size * (side + 0.4),
          y + size * 1.3,
        ],
        { from: 0.03, to: 0.01 },
        bone,
        { round: 0.006 },
      );
  if (kind !== 'antlers') return;
  for (const side of [-1, 1]) {
    const bx = x - size * 0.15;
    pen.limb(
      [bx, y + size * 0.8, bx + side * size * 0.7, y + size * 1.6, bx + side * size * 0.75, y + size * 2.5],
      { from: 0.026, to: 0.012 },
      bone,
      { round: 0.006 },
    );
    for (const t of [1.5, 1.9])
      pen.limb(
        [bx + side * size * 0.68, y + size * t, bx + side * size * 1.25, y + size * (t + 0.5)],
        { from: 0.017, to: 0.008 },
        bone,
      );
  }
}

/** The head with its ears, muzzle and eye. */
export function face(pen: Pen, head: BeastHead, build: Build, coat: Lab): void {
  const { x, y, size } = head;
  const reach = build.head.muzzle;
  const muzzle = ellipse({
    x: x + size * (0.55 + reach * 0.45),
    y: y - size * 0.24,
    rx: size * (0.38 + reach * 0.42),
    ry: size * 0.4,
    turn: -0.16,
  });
  ears(pen, head, build, coat);
  pen.form(ellipse({ x, y, rx: size, ry: size * 0.92 }), coat, { round: size * 0.3, grain: 0.08 });
  pen.form(muzzle, build.belly ? lighter(build.belly, -0.02) : lighter(coat, 0.05), {
    round: size * 0.18,
    grain: 0.06,
  });
  pen.dab(
    { x: x + size * (0.9 + reach * 0.85), y: y - size * 0.14, rx: size * 0.15, ry: size * 0.12 },
    hex('#2b2220'),
    0.3,
  );
  pen.dab({ x: x + size * 0.42, y: y + size * 0.2, rx: size * 0.15, ry: size * 0.17 }, hex('#1d1816'), 0.2);
  pen.dab({ x: x + size * 0.47, y: y + size * 0.27, rx: size * 0.05, ry: size * 0.05 }, hex('#ffffff'), 1);
}

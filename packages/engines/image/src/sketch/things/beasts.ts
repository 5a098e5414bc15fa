import { type Lab, hex, lighter } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

/** The build of a four-legged animal, facing right. Lengths are shares of its height at the shoulder line. */
export interface Build {
  coat: Lab;
  belly?: Lab;
  /** Half the length of the trunk. */
  long: number;
  /** Depth of the trunk. */
  deep: number;
  leg: number;
  legWidth: number;
  neck: { x: number; y: number; width: number };
  head: { size: number; muzzle: number };
  ear: 'point' | 'round' | 'long' | 'drop' | 'wide';
  tail: 'curl' | 'bush' | 'thin' | 'short' | 'long';
  horns?: 'antlers' | 'horns' | 'trunk';
  mane?: Lab;
  marks?: { colour: Lab; kind: 'stripes' | 'spots' | 'patches' | 'wool' };
}

function legs(pen: Pen, build: Build, coat: Lab): void {
  const hip = build.leg + build.deep * 0.35;
  const at = [-0.82, -0.6, 0.6, 0.84];
  at.forEach((share, i) => {
    const x = share * build.long;
    const far = i === 1 || i === 2;
    const colour = far ? lighter(coat, -0.09) : coat;
    const knee = share < 0 ? -0.03 : 0.02;
    pen.limb(
      [x, hip, x + knee, hip * 0.5, x + 0.005, 0.01],
      { from: build.legWidth * 1.5, to: build.legWidth * 0.8 },
      colour,
      { round: build.legWidth * 0.3 },
    );
    pen.form(ellipse({ x: x + 0.02, y: 0.015, rx: build.legWidth * 0.65, ry: 0.02 }), lighter(colour, -0.1), {
      round: 0.01,
    });
  });
}

function tail(pen: Pen, build: Build, coat: Lab): void {
  const x = -build.long * 0.95;
  const y = build.leg + build.deep * 0.8;
  const round = { round: 0.02, grain: 0.1 };
  if (build.tail === 'curl')
    pen.limb(
      [x, y - 0.05, x - 0.16, y + 0.1, x - 0.12, y + 0.26, x - 0.02, y + 0.3],
      { from: 0.075, to: 0.045 },
      coat,
      round,
    );
  if (build.tail === 'long')
    pen.limb(
      [x, y - 0.05, x - 0.17, y - 0.06, x - 0.27, y + 0.08, x - 0.24, y + 0.25],
      { from: 0.075, to: 0.05 },
      coat,
      round,
    );
  if (build.tail === 'thin')
    pen.limb([x, y, x - 0.09, y - 0.1, x - 0.1, y - 0.34], { from: 0.035, to: 0.05 }, build.mane ?? coat, round);
  if (build.tail === 'short') pen.form(ellipse({ x: x - 0.02, y, rx: 0.06, ry: 0.05 }), lighter(coat, 0.1), round);
  if (build.tail === 'bush')
    pen.form(
      smooth([x, y, x - 0.2, y - 0.02, x - 0.38, y - 0.16, x - 0.44, y - 0.3, x - 0.26, y - 0.24, x - 0.04, y - 0.14]),
      coat,
      { round: 0.04, grain: 0.14 },
    );
}

function ears(pen: Pen, head: { x: number; y: number; size: number }, build: Build, coat: Lab): void {
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

function horns(
  pen: Pen,
  head: { x: number; y: number; size: number },
  kind: NonNullable<Build['horns']>,
  coat: Lab,
): void {
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

function marks(pen: Pen, build: Build, trunk: { y: number }): void {
  if (!build.marks) return;
  const { colour, kind } = build.marks;
  const { rng } = pen;
  const count = kind === 'wool' ? 150 : kind === 'patches' ? 7 : 22;
  for (let i = 0; i < count; i++) {
    const x = rng.between(-0.92, 0.86) * build.long;
    const y = trunk.y + rng.between(-0.38, 0.4) * build.deep;
    if (kind === 'stripes')
      pen.limb([x, y + 0.11, x + 0.02, y, x - 0.01, y - 0.08], { from: 0.012, to: 0.02 }, colour, { facing: 0.1 });
    if (kind === 'spots') pen.dab({ x, y, rx: 0.018, ry: 0.015 }, colour, 0.3);
    if (kind === 'patches')
      pen.form(smooth([x - 0.09, y, x, y + 0.09, x + 0.1, y + 0.02, x + 0.02, y - 0.09]), colour, {
        facing: 0.1,
        grain: 0.1,
      });
    if (kind === 'wool')
      pen.dab(
        { x: x * 1.04, y: y + rng.bell() * 0.05, rx: 0.06, ry: 0.052 },
        lighter(colour, rng.bell() * 0.05),
        0.1 + (y - trunk.y) * 2.4,
      );
  }
}

function face(pen: Pen, head: { x: number; y: number; size: number }, build: Build, coat: Lab): void {
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

/** A four-legged animal of the given build, standing and looking to the right. */
export function beast(build: Build) {
  return (pen: Pen): void => {
    const coat = pen.colour(build.coat);
    const { long, deep, leg, neck } = build;
    const y = leg + deep * 0.5;
    tail(pen, build, coat);
    legs(pen, build, coat);
    const head = { x: neck.x, y: neck.y, size: build.head.size };
    const trunk = [
      -long,
      y + deep * 0.1,
      -long * 0.7,
      y + deep * 0.5,
      0,
      y + deep * 0.44,
      long * 0.7,
      y + deep * 0.52,
      long,
      y + deep * 0.1,
      long * 0.7,
      y - deep * 0.5,
      0,
      y - deep * 0.46,
      -long * 0.75,
      y - deep * 0.42,
    ];
    pen.form(smooth(trunk), coat, { round: deep * 0.22, grain: 0.1 });
    if (build.belly)
      pen.form(
        smooth([
          -long * 0.6,
          y - deep * 0.36,
          0,
          y - deep * 0.3,
          long * 0.75,
          y - deep * 0.3,
          long * 0.6,
          y - deep * 0.5,
          0,
          y - deep * 0.47,
        ]),
        build.belly,
        { facing: -0.2 },
      );
    pen.limb(
      [
        long * 0.62,
        y + deep * 0.12,
        (long * 0.7 + head.x) / 2 + 0.02,
        (y + head.y) / 2 + deep * 0.1,
        head.x - head.size * 0.2,
        head.y - head.size * 0.1,
      ],
      { from: neck.width * 1.5, to: neck.width },
      coat,
      { round: neck.width * 0.3, grain: 0.1 },
    );
    marks(pen, build, { y });
    if (build.mane)
      for (let i = 0; i < 40; i++) {
        const t = pen.rng.next();
        pen.dab(
          {
            x: long * 0.55 + (head.x - long * 0.62) * t - 0.05,
            y: y + deep * 0.42 + (head.y + head.size * 0.6 - y - deep * 0.42) * t,
            rx: 0.06,
            ry: 0.018,
            turn: -1.1,
          },
          lighter(build.mane, pen.rng.bell() * 0.05),
          0.2,
        );
      }
    if (build.horns && build.horns !== 'trunk') horns(pen, head, build.horns, coat);
    face(pen, head, build, coat);
    if (build.horns === 'trunk') horns(pen, head, 'trunk', coat);
  };
}

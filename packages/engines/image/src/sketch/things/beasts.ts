import { type Lab, lighter } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import { face, horns } from './beast-head.ts';
import type { Build } from './build.ts';
import type { Pen } from './pen.ts';

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

/** A smooth outline from points along and across the trunk: shares of its half-length and depth about its middle. */
function trunkPath(build: Build, y: number, points: readonly (readonly [number, number])[]) {
  return smooth(points.flatMap(([along, across]) => [along * build.long, y + across * build.deep]));
}

const TRUNK = [
  [-1, 0.1],
  [-0.7, 0.5],
  [0, 0.44],
  [0.7, 0.52],
  [1, 0.1],
  [0.7, -0.5],
  [0, -0.46],
  [-0.75, -0.42],
] as const;
const BELLY = [
  [-0.6, -0.36],
  [0, -0.3],
  [0.75, -0.3],
  [0.6, -0.5],
  [0, -0.47],
] as const;

function neck(pen: Pen, build: Build, coat: Lab): void {
  const { long, deep } = build;
  const { x, y, width } = build.neck;
  const shoulder = build.leg + deep * 0.5;
  const { size } = build.head;
  const points = [
    long * 0.62,
    shoulder + deep * 0.12,
    (long * 0.7 + x) / 2 + 0.02,
    (shoulder + y) / 2 + deep * 0.1,
    x - size * 0.2,
    y - size * 0.1,
  ];
  pen.limb(points, { from: width * 1.5, to: width }, coat, { round: width * 0.3, grain: 0.1 });
}

function mane(pen: Pen, build: Build, hair: Lab): void {
  const foot = { x: build.long * 0.55 - 0.05, y: build.leg + build.deep * 0.92 };
  const top = { x: build.neck.x - build.long * 0.07 - 0.05, y: build.neck.y + build.head.size * 0.6 };
  for (let i = 0; i < 40; i++) {
    const t = pen.rng.next();
    const shape = {
      x: foot.x + (top.x - foot.x) * t,
      y: foot.y + (top.y - foot.y) * t,
      rx: 0.06,
      ry: 0.018,
      turn: -1.1,
    };
    pen.dab(shape, lighter(hair, pen.rng.bell() * 0.05), 0.2);
  }
}

/** A four-legged animal of the given build, standing and looking to the right. */
export function beast(build: Build) {
  return (pen: Pen): void => {
    const coat = pen.colour(build.coat);
    const y = build.leg + build.deep * 0.5;
    const head = { x: build.neck.x, y: build.neck.y, size: build.head.size };
    tail(pen, build, coat);
    legs(pen, build, coat);
    pen.form(trunkPath(build, y, TRUNK), coat, { round: build.deep * 0.22, grain: 0.1 });
    if (build.belly) pen.form(trunkPath(build, y, BELLY), build.belly, { facing: -0.2 });
    neck(pen, build, coat);
    marks(pen, build, { y });
    if (build.mane) mane(pen, build, build.mane);
    if (build.horns && build.horns !== 'trunk') horns(pen, head, build.horns, coat);
    face(pen, head, build, coat);
    if (build.horns === 'trunk') horns(pen, head, 'trunk', coat);
  };
}

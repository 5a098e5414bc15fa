import { type Lab, hex, lighter } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

/** A bird on the wing; from afar it is two strokes, near it has a body. */
export function flyingBird(own: Lab) {
  return (pen: Pen): void => {
    const colour = pen.colour(own);
    const lift = pen.rng.between(0.2, 0.6);
    const far = [-0.06, 0.5, -0.5, 0.62 + lift * 0.5, -1.05, 0.5 + lift * 0.28, -0.5, 0.5 + lift * 0.28, -0.05, 0.38];
    const near = [0.04, 0.52, 0.42, 0.7 + lift * 0.5, 1.0, 0.6 + lift * 0.3, 0.46, 0.56 + lift * 0.3, 0.08, 0.38];
    pen.form(smooth(far), lighter(colour, -0.06), { facing: 0 });
    pen.form(smooth([-0.34, 0.36, 0, 0.32, 0.26, 0.42, 0.4, 0.46, 0.24, 0.52, 0, 0.52]), colour, { round: 0.06 });
    pen.form(smooth(near), lighter(colour, 0.04), { facing: 0.4 });
  };
}

/** A small bird sitting. */
export function perchedBird(own: Lab) {
  return (pen: Pen): void => {
    const coat = pen.colour(own);
    pen.limb([-0.28, 0.34, -0.74, 0.1], { from: 0.2, to: 0.13 }, lighter(coat, -0.1), { facing: 0.1, grain: 0.12 });
    for (const x of [0.0, 0.12]) pen.limb([x, 0.22, x + 0.02, 0], { from: 0.03, to: 0.03 }, hex('#6b4a2c'));
    pen.form(smooth([-0.4, 0.36, -0.2, 0.62, 0.1, 0.72, 0.4, 0.62, 0.44, 0.36, 0.2, 0.14, -0.14, 0.16]), coat, {
      round: 0.13,
      grain: 0.08,
    });
    pen.form(smooth([0.1, 0.2, 0.4, 0.32, 0.42, 0.54, 0.24, 0.5]), lighter(coat, 0.2), { round: 0.06, grain: 0.06 });
    pen.form(ellipse({ x: 0.3, y: 0.76, rx: 0.22, ry: 0.21 }), coat, { round: 0.08, grain: 0.06 });
    pen.form([0.49, 0.8, 0.68, 0.73, 0.48, 0.69], hex('#e0a030'), { facing: 0.3 });
    pen.form(smooth([-0.36, 0.42, 0, 0.58, 0.16, 0.44, -0.06, 0.26, -0.44, 0.2]), lighter(coat, -0.12), {
      round: 0.04,
      grain: 0.14,
    });
    pen.dab({ x: 0.38, y: 0.8, rx: 0.04, ry: 0.04 }, hex('#171412'), 0.1);
    pen.dab({ x: 0.392, y: 0.815, rx: 0.014, ry: 0.014 }, hex('#ffffff'), 1);
  };
}

/** A duck or a swan on the water. `neck` is how far the head rises. */
export function waterBird(wish: { coat: Lab; head: Lab; bill: Lab; neck: number }) {
  return (pen: Pen): void => {
    const coat = pen.colour(wish.coat);
    const top = 0.5 + wish.neck * 0.4;
    pen.form(
      smooth([-0.9, 0.42, -0.5, 0.4, 0, 0.5, 0.46, 0.36, 0.56, 0.14, 0.3, -0.02, -0.4, -0.02, -0.68, 0.14]),
      coat,
      { round: 0.12, grain: 0.06 },
    );
    pen.limb(
      [0.36, 0.24, 0.58, 0.4, 0.44, 0.42 + wish.neck * 0.25, 0.5, top],
      { from: 0.26, to: 0.14 },
      wish.neck > 0.6 ? coat : wish.head,
      { round: 0.05 },
    );
    pen.form(ellipse({ x: 0.56, y: top, rx: 0.15, ry: 0.125 }), wish.head, { round: 0.04 });
    pen.form([0.67, top + 0.05, 0.9, top - 0.04, 0.66, top - 0.07], wish.bill, { facing: 0.3 });
    pen.form(smooth([-0.72, 0.38, -0.1, 0.42, 0.22, 0.24, -0.3, 0.12]), lighter(coat, -0.07), {
      round: 0.05,
      grain: 0.1,
    });
    pen.dab({ x: 0.6, y: top + 0.03, rx: 0.025, ry: 0.025 }, hex('#15110f'), 0);
  };
}

/** A crane or heron: long legs, long neck. */
export function crane(pen: Pen): void {
  const white = pen.colour(hex('#efece4'));
  for (const x of [-0.03, 0.04]) pen.limb([x, 0.42, x + 0.03, 0.22, x, 0], { from: 0.02, to: 0.016 }, hex('#3c3836'));
  pen.form(smooth([-0.34, 0.38, -0.1, 0.58, 0.14, 0.6, 0.2, 0.48, 0.04, 0.4, -0.2, 0.38]), white, {
    round: 0.05,
    grain: 0.05,
  });
  pen.form(smooth([-0.44, 0.3, -0.3, 0.46, -0.12, 0.46, -0.24, 0.34]), hex('#2f2d2e'), { facing: 0.1, grain: 0.1 });
  pen.limb([0.13, 0.54, 0.24, 0.66, 0.14, 0.78, 0.2, 0.92], { from: 0.075, to: 0.045 }, white, { round: 0.015 });
  pen.limb([0.12, 0.74, 0.14, 0.82, 0.19, 0.9], { from: 0.03, to: 0.03 }, hex('#2f2d2e'), { facing: 0 });
  pen.form(ellipse({ x: 0.22, y: 0.93, rx: 0.05, ry: 0.036 }), white, { round: 0.01 });
  pen.dab({ x: 0.215, y: 0.962, rx: 0.028, ry: 0.012 }, hex('#c03a2c'), 0.5);
  pen.limb([0.26, 0.93, 0.42, 0.9], { from: 0.022, to: 0.005 }, hex('#8a8060'));
}

export function owl(pen: Pen): void {
  const coat = pen.colour(hex('#8a6a48'));
  pen.form(
    smooth([
      -0.32, 0.3, -0.34, 0.7, -0.3, 1.0, -0.14, 0.93, 0.14, 0.93, 0.3, 1.0, 0.34, 0.7, 0.32, 0.3, 0.14, 0.04, -0.14,
      0.04,
    ]),
    coat,
    { round: 0.1, grain: 0.18 },
  );
  for (let i = 0; i < 40; i++)
    pen.dab({ x: pen.rng.bell() * 0.18, y: pen.rng.between(0.12, 0.55), rx: 0.018, ry: 0.03 }, lighter(coat, 0.2), 0.4);
  for (const x of [-0.14, 0.14]) {
    pen.form(ellipse({ x, y: 0.74, rx: 0.14, ry: 0.14 }), lighter(coat, 0.18), { round: 0.03 });
    pen.form(ellipse({ x, y: 0.74, rx: 0.085, ry: 0.085 }), hex('#e8b53c'), { facing: 0.6 });
    pen.dab({ x, y: 0.74, rx: 0.055, ry: 0.055 }, hex('#14100e'), 0);
    pen.dab({ x: x + 0.02, y: 0.77, rx: 0.018, ry: 0.018 }, hex('#ffffff'), 1);
  }
  pen.form([-0.035, 0.68, 0.035, 0.68, 0, 0.58], hex('#c79a3c'), { facing: 0.3 });
}

export function butterfly(pen: Pen): void {
  const wing = pen.colour(hex('#e08a2c'));
  for (const side of [-1, 1]) {
    const at = (x: number) => x * side;
    pen.form(smooth([at(0.03), 0.5, at(0.4), 0.96, at(0.76), 0.9, at(0.66), 0.56, at(0.26), 0.44]), wing, {
      round: 0.03,
      grain: 0.14,
    });
    pen.form(
      smooth([at(0.03), 0.46, at(0.4), 0.46, at(0.54), 0.2, at(0.32), 0.04, at(0.1), 0.24]),
      lighter(wing, -0.07),
      { round: 0.03, grain: 0.14 },
    );
    for (const [x, y] of [
      [0.62, 0.84],
      [0.56, 0.7],
      [0.42, 0.2],
    ] as const)
      pen.dab({ x: at(x), y, rx: 0.05, ry: 0.045 }, lighter(wing, 0.24), 0.6);
    pen.limb([at(0.02), 0.6, at(0.12), 0.86, at(0.2), 0.98], { from: 0.014, to: 0.014 }, hex('#2a2220'));
  }
  pen.limb([0, 0.2, 0, 0.66], { from: 0.05, to: 0.07 }, hex('#2a2220'), { round: 0.015 });
}

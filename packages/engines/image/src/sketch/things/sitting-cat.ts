import { hex, lighter } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

/** A cat sitting, turned a little to the side, its tail about its feet. */
export function sittingCat(pen: Pen): void {
  const coat = pen.colour(hex('#c98a4b'));
  const pale = lighter(coat, 0.16);
  const fur = { round: 0.1, grain: 0.14 };
  pen.limb([-0.2, 0.05, -0.42, 0.04, -0.46, 0.14, -0.34, 0.2], { from: 0.085, to: 0.06 }, lighter(coat, -0.04), {
    round: 0.03,
    grain: 0.1,
  });
  pen.form(
    smooth([-0.3, 0.02, -0.36, 0.2, -0.28, 0.42, -0.16, 0.58, 0.02, 0.64, 0.17, 0.56, 0.21, 0.36, 0.2, 0.02, 0, 0]),
    coat,
    fur,
  );
  pen.form(smooth([-0.3, 0.03, -0.35, 0.17, -0.24, 0.28, -0.09, 0.2, -0.08, 0.03]), lighter(coat, 0.02), {
    round: 0.06,
    grain: 0.1,
  });
  pen.form(smooth([0.0, 0.5, 0.14, 0.52, 0.19, 0.34, 0.12, 0.16, 0.03, 0.24]), pale, { round: 0.05, grain: 0.08 });
  for (const x of [0.03, 0.15]) {
    pen.limb(
      [x, 0.36, x + 0.01, 0.18, x + 0.02, 0.03],
      { from: 0.1, to: 0.075 },
      lighter(coat, x > 0.1 ? 0.03 : -0.02),
      { round: 0.03, grain: 0.06 },
    );
    pen.form(ellipse({ x: x + 0.035, y: 0.025, rx: 0.06, ry: 0.03 }), pale, { round: 0.015 });
  }
  for (let i = 0; i < 7; i++)
    pen.limb(
      [-0.27 + i * 0.016, 0.2 + i * 0.055, -0.17 + i * 0.012, 0.25 + i * 0.055],
      { from: 0.02, to: 0.006 },
      lighter(coat, -0.13),
      { facing: 0.1 },
    );
  head(pen);
}

function head(pen: Pen): void {
  const coat = pen.colour(hex('#c98a4b'));
  for (const [x, shade] of [
    [-0.05, -0.05],
    [0.2, 0],
  ] as const) {
    pen.form([x - 0.075, 0.8, x + 0.075, 0.8, x + (x < 0 ? -0.05 : 0.05), 1], lighter(coat, shade), {
      round: 0.02,
      grain: 0.06,
    });
    pen.form([x - 0.035, 0.81, x + 0.04, 0.81, x + (x < 0 ? -0.035 : 0.035), 0.94], hex('#d9a090'), { facing: 0.2 });
  }
  pen.form(
    smooth([-0.13, 0.72, -0.1, 0.83, 0.08, 0.88, 0.25, 0.83, 0.28, 0.72, 0.2, 0.6, 0.08, 0.57, -0.06, 0.61]),
    coat,
    { round: 0.08, grain: 0.1 },
  );
  pen.form(smooth([0.0, 0.64, 0.08, 0.69, 0.16, 0.64, 0.12, 0.58, 0.04, 0.58]), lighter(coat, 0.18), { round: 0.03 });
  for (const x of [0.0, 0.16]) {
    pen.form(ellipse({ x, y: 0.735, rx: 0.036, ry: 0.032 }), hex('#c9cf7a'), { facing: 0.6 });
    pen.dab({ x, y: 0.735, rx: 0.013, ry: 0.03 }, hex('#15120f'), 0);
    pen.dab({ x: x + 0.012, y: 0.748, rx: 0.008, ry: 0.008 }, hex('#ffffff'), 1);
  }
  pen.form([0.06, 0.672, 0.1, 0.672, 0.08, 0.65], hex('#b8705f'), { facing: 0.3 });
  for (const side of [-1, 1])
    for (const dy of [-0.01, 0.015])
      pen.limb(
        [0.08 + side * 0.05, 0.635, 0.08 + side * 0.2, 0.64 + dy * 2],
        { from: 0.006, to: 0.003 },
        lighter(coat, 0.3),
        { facing: 0.6 },
      );
}

import { type Lab, hex, lighter } from '../colour/oklab.ts';
import { box, ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

function wheel(pen: Pen, x: number, radius: number): void {
  pen.form(ellipse({ x, y: radius, rx: radius, ry: radius }), hex('#2b2a2c'), { round: radius * 0.2 });
  pen.form(ellipse({ x, y: radius, rx: radius * 0.55, ry: radius * 0.55 }), hex('#9a9a9c'), { round: radius * 0.15 });
}

export function car(pen: Pen): void {
  const paint = pen.colour(hex('#3f6f8c'));
  pen.form(
    smooth(
      [
        -1.3, 0.2, -1.32, 0.55, -0.85, 0.64, -0.5, 1.0, 0.35, 1.02, 0.75, 0.66, 1.25, 0.56, 1.34, 0.22, 0.9, 0.14, -0.9,
        0.14,
      ],
      5,
    ),
    paint,
    { round: 0.16, grain: 0.02 },
  );
  pen.pane([-0.72, 0.64, -0.44, 0.92, -0.08, 0.94, -0.08, 0.64]);
  pen.pane([0.0, 0.64, 0.0, 0.94, 0.3, 0.93, 0.58, 0.64]);
  pen.limb([-1.25, 0.42, 1.28, 0.42], { from: 0.03, to: 0.03 }, lighter(paint, 0.12), { facing: 0.5 });
  for (const x of [-0.78, 0.78]) wheel(pen, x, 0.25);
  if (pen.stage.light.dark) pen.glow({ x: 1.3, y: 0.42, radius: 0.7 }, hex('#fff0c0'), 0.7);
}

function carriage(pen: Pen, x: number, wide: number, paint: Lab): void {
  pen.form(box({ left: x, right: x + wide, bottom: 0.16, top: 0.92 }), paint, { facing: 0.25, grain: 0.04 });
  pen.form([x - 0.02, 0.9, x + wide + 0.02, 0.9, x + wide - 0.1, 1.02, x + 0.1, 1.02], lighter(paint, -0.16), {
    facing: 0.5,
  });
  pen.form(box({ left: x, right: x + wide, bottom: 0.42, top: 0.47 }), hex('#efe2bf'), { facing: 0.3 });
  const count = Math.round(wide / 0.36);
  for (let i = 0; i < count; i++) {
    const left = x + 0.1 + (i * (wide - 0.2)) / count;
    pen.pane(box({ left, right: left + 0.22, bottom: 0.54, top: 0.8 }));
  }
  for (let i = 0; i < 4; i++) wheel(pen, x + wide * (0.14 + i * 0.24), 0.11);
}

export function train(pen: Pen): void {
  const paint = pen.colour(hex('#a5432f'));
  pen.limb([-3.6, 0.02, 3.6, 0.02], { from: 0.06, to: 0.06 }, hex('#5b5048'), { facing: 0.3 });
  for (const x of [-3.0, -1.0, 1.0]) carriage(pen, x, 1.9, paint);
}

export function bus(pen: Pen): void {
  carriage(pen, -1.1, 2.2, pen.colour(hex('#3f7f5f')));
  for (const x of [-0.7, 0.7]) wheel(pen, x, 0.19);
}

export function bicycle(pen: Pen): void {
  const frame = pen.colour(hex('#a3402f'));
  for (const x of [-0.52, 0.52]) {
    const ring: number[] = [];
    for (let i = 0; i <= 28; i++)
      ring.push(x + Math.cos((i / 28) * Math.PI * 2) * 0.32, 0.34 + Math.sin((i / 28) * Math.PI * 2) * 0.32);
    pen.limb(ring, { from: 0.045, to: 0.045 }, hex('#2f2d2e'), { facing: 0.2 });
    for (let i = 0; i < 7; i++)
      pen.limb(
        [x, 0.34, x + Math.cos(i * 0.9) * 0.31, 0.34 + Math.sin(i * 0.9) * 0.31],
        { from: 0.008, to: 0.008 },
        hex('#8a8a8c'),
      );
  }
  const bars = [
    [-0.52, 0.34, -0.2, 0.78],
    [-0.52, 0.34, 0.02, 0.34],
    [0.02, 0.34, -0.2, 0.78],
    [-0.2, 0.78, 0.34, 0.8],
    [0.02, 0.34, 0.34, 0.8],
    [0.52, 0.34, 0.32, 0.95],
  ];
  for (const bar of bars) pen.limb(bar, { from: 0.045, to: 0.045 }, frame, { round: 0.012 });
  pen.limb([-0.3, 0.86, -0.08, 0.86], { from: 0.07, to: 0.05 }, hex('#4a3328'));
  pen.limb([0.2, 1.0, 0.32, 0.96, 0.42, 1.0], { from: 0.04, to: 0.04 }, hex('#4a3328'));
}

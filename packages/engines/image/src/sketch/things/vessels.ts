import { hex, lighter } from '../colour/oklab.ts';
import { box, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

export function sailboat(pen: Pen): void {
  const hull = pen.colour(hex('#7c4f38'));
  const sail = pen.place.tint ? lighter(pen.place.tint, 0.16) : hex('#f2ead8');
  pen.limb([0.02, 0.1, 0.02, 0.99], { from: 0.018, to: 0.01 }, hex('#5a4334'), { facing: 0.3 });
  pen.form([0.0, 0.2, -0.02, 0.95, -0.08, 0.7, -0.2, 0.42, -0.36, 0.22], sail, { round: 0.05, grain: 0.06 });
  pen.form([0.05, 0.19, 0.05, 0.88, 0.16, 0.6, 0.27, 0.38, 0.34, 0.2], lighter(sail, -0.03), {
    round: 0.05,
    grain: 0.06,
  });
  pen.form([-0.42, 0.15, 0.44, 0.15, 0.34, 0.02, 0.22, -0.02, -0.26, -0.02, -0.36, 0.03], hull, {
    round: 0.035,
    grain: 0.1,
  });
  pen.limb([-0.43, 0.145, 0.45, 0.145], { from: 0.022, to: 0.022 }, lighter(hull, 0.14), { facing: 0.6 });
}

export function rowboat(pen: Pen): void {
  const hull = pen.colour(hex('#8a5a3a'));
  pen.form(
    [-1.25, 0.66, -0.8, 0.4, 0, 0.33, 0.8, 0.4, 1.25, 0.66, 0.9, 0.12, 0.5, -0.05, -0.5, -0.05, -0.9, 0.12],
    hull,
    { round: 0.14, grain: 0.12 },
  );
  pen.form(
    [-1.18, 0.63, -0.7, 0.47, 0, 0.42, 0.7, 0.47, 1.18, 0.63, 0.7, 0.37, 0, 0.3, -0.7, 0.37],
    lighter(hull, -0.2),
    { facing: -0.2 },
  );
  pen.limb([-1.26, 0.67, -0.8, 0.42, 0, 0.34, 0.8, 0.42, 1.26, 0.67], { from: 0.06, to: 0.06 }, lighter(hull, 0.14), {
    facing: 0.5,
  });
  pen.limb([0.1, 0.45, 0.9, 0.95], { from: 0.04, to: 0.03 }, hex('#b09070'), { facing: 0.4 });
}

export function ship(pen: Pen): void {
  const hull = pen.colour(hex('#3f4a5e'));
  pen.form([-1.0, 0.34, 1.05, 0.4, 0.9, 0.0, -0.92, 0.0], hull, { round: 0.05, grain: 0.06 });
  pen.form([-0.92, 0.08, 0.93, 0.08, 0.9, 0, -0.9, 0], hex('#8c3b30'), { facing: 0.2 });
  pen.form(box({ left: -0.62, right: 0.5, bottom: 0.35, top: 0.52 }), hex('#ece6da'), { facing: 0.4, grain: 0.04 });
  pen.form(box({ left: -0.46, right: 0.2, bottom: 0.52, top: 0.66 }), hex('#e2dccf'), { facing: 0.35, grain: 0.04 });
  for (let x = -0.55; x < 0.46; x += 0.12) pen.pane(box({ left: x, right: x + 0.05, bottom: 0.41, top: 0.46 }));
  for (const x of [-0.25, 0.02])
    pen.form([x, 0.65, x + 0.14, 0.65, x + 0.12, 0.9, x + 0.01, 0.9], hex('#b5503c'), { round: 0.03 });
}

export function balloon(pen: Pen): void {
  const main = pen.colour(hex('#d0583f'));
  const stripes = [main, lighter(main, 0.2), hex('#f0d9a8')];
  const edge = (t: number) => Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.12)) ** 0.75;
  const gores = 9;
  for (let gore = 0; gore < gores; gore++) {
    const from = Math.sin(((gore / gores) * 2 - 1) * (Math.PI / 2));
    const to = Math.sin((((gore + 1) / gores) * 2 - 1) * (Math.PI / 2));
    const left: number[] = [];
    const right: number[] = [];
    for (let i = 0; i <= 18; i++) {
      const t = i / 18;
      const half = 0.36 * edge(t) * (t < 0.02 ? 0.4 : 1);
      left.push(from * half, 0.26 + t * 0.72);
      right.unshift(to * half, 0.26 + t * 0.72);
    }
    pen.form([...left, ...right], stripes[gore % 3]!, { facing: 0.75 - (gore / gores) * 1.1, grain: 0.04 });
  }
  for (const x of [-0.07, 0.07])
    pen.limb([x * 1.6, 0.28, x, 0.1], { from: 0.007, to: 0.007 }, hex('#5a4334'), { facing: 0 });
  pen.form([-0.075, 0.1, 0.075, 0.1, 0.062, 0, -0.062, 0], hex('#8a6038'), { round: 0.02, grain: 0.16 });
}

export function airplane(pen: Pen): void {
  const body = pen.colour(hex('#e8e6e0'));
  pen.form(smooth([-1.4, 0.5, -1.0, 0.62, 0.8, 0.64, 1.4, 0.5, 0.9, 0.38, -1.0, 0.4]), body, { round: 0.08 });
  pen.form([-1.35, 0.55, -1.5, 1.05, -1.25, 1.05, -0.9, 0.6], lighter(body, -0.1), { facing: 0.2 });
  pen.form([0.2, 0.5, -0.6, 0.0, -0.85, 0.0, -0.3, 0.52], lighter(body, -0.14), { facing: -0.1 });
  pen.form([0.15, 0.6, -0.3, 0.95, -0.48, 0.95, -0.2, 0.6], lighter(body, -0.06), { facing: 0.5 });
}

export function rocket(pen: Pen): void {
  const body = pen.colour(hex('#e6e2d8'));
  pen.glow({ x: 0, y: -0.05, radius: 0.4 }, hex('#ffb45c'), 0.8);
  for (let i = 0; i < 60; i++)
    pen.dab({ x: pen.rng.bell() * 0.08, y: -pen.rng.next() * 0.3, rx: 0.03, ry: 0.05 }, hex('#ffdf9a'), 1);
  pen.form([-0.1, 0.12, -0.24, 0.0, -0.24, 0.16, -0.1, 0.34], hex('#b8402f'), { round: 0.03 });
  pen.form([0.1, 0.12, 0.24, 0.0, 0.24, 0.16, 0.1, 0.34], hex('#8f3226'), { round: 0.03 });
  pen.form(smooth([-0.11, 0.06, -0.14, 0.4, -0.1, 0.75, 0, 1, 0.1, 0.75, 0.14, 0.4, 0.11, 0.06]), body, {
    round: 0.06,
  });
  pen.form(smooth([-0.09, 0.78, 0, 1.005, 0.09, 0.78]), hex('#b8402f'), { round: 0.04 });
  pen.pane(box({ left: -0.045, right: 0.045, bottom: 0.55, top: 0.64 }));
}

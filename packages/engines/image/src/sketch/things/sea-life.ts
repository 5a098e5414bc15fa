import { hex, lighter } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

export function fish(pen: Pen): void {
  const scale = pen.colour(hex('#e2803c'));
  pen.form(smooth([-0.66, 0.5, -1.2, 0.96, -1.06, 0.5, -1.2, 0.06]), lighter(scale, 0.06), {
    facing: 0.2,
    grain: 0.16,
  });
  pen.form(smooth([-0.2, 0.84, 0.1, 1.12, 0.36, 0.82]), lighter(scale, 0.04), { facing: 0.4, grain: 0.14 });
  pen.form(smooth([-0.8, 0.5, -0.3, 0.84, 0.36, 0.88, 0.9, 0.56, 0.86, 0.42, 0.36, 0.14, -0.3, 0.18]), scale, {
    round: 0.2,
    grain: 0.1,
  });
  pen.form(smooth([-0.5, 0.36, 0.3, 0.3, 0.76, 0.4, 0.36, 0.17, -0.24, 0.2]), lighter(scale, 0.18), { facing: 0.1 });
  for (let i = 0; i < 34; i++)
    pen.dab(
      { x: pen.rng.between(-0.55, 0.35), y: 0.5 + pen.rng.bell() * 0.25, rx: 0.05, ry: 0.035 },
      lighter(scale, pen.rng.bell() * 0.12),
      0.5,
    );
  pen.form(smooth([0.06, 0.44, -0.26, 0.24, -0.12, 0.5]), lighter(scale, -0.08), { facing: 0.2 });
  pen.form(ellipse({ x: 0.62, y: 0.6, rx: 0.09, ry: 0.09 }), hex('#f4efe0'), { facing: 0.6 });
  pen.dab({ x: 0.64, y: 0.6, rx: 0.055, ry: 0.055 }, hex('#14110f'), 0);
}

export function whale(pen: Pen): void {
  const skin = pen.colour(hex('#4c6478'));
  pen.form(smooth([-1.0, 0.36, -1.5, 0.86, -1.3, 0.92, -1.12, 0.72, -0.96, 0.96, -0.8, 0.9, -0.84, 0.5]), skin, {
    round: 0.05,
  });
  pen.form(smooth([-1.0, 0.42, -0.3, 0.66, 0.5, 0.78, 1.12, 0.6, 1.24, 0.32, 0.8, 0.05, 0, 0.04, -0.6, 0.18]), skin, {
    round: 0.17,
    grain: 0.06,
  });
  pen.form(smooth([1.18, 0.3, 0.76, 0.06, 0.1, 0.06, 0.3, 0.2, 0.8, 0.3]), hex('#c9d2d4'), { facing: 0, grain: 0.1 });
  pen.form(smooth([0.3, 0.16, 0.04, -0.18, -0.12, -0.14, 0.06, 0.2]), lighter(skin, -0.08), { round: 0.03 });
  pen.dab({ x: 0.86, y: 0.36, rx: 0.03, ry: 0.026 }, hex('#101214'), 0);
}

export function turtle(pen: Pen): void {
  const shell = pen.colour(hex('#6d6a3c'));
  const skin = hex('#7f8f58');
  for (const [x, y, turn] of [
    [-0.62, 0.12, 0.5],
    [0.5, 0.12, -0.5],
    [0.34, 0.06, -0.9],
  ] as const)
    pen.form(ellipse({ x, y, rx: 0.26, ry: 0.1, turn }), skin, { round: 0.03 });
  pen.limb([0.5, 0.34, 0.86, 0.5], { from: 0.2, to: 0.17 }, skin, { round: 0.05 });
  pen.form(ellipse({ x: 0.94, y: 0.54, rx: 0.17, ry: 0.14 }), skin, { round: 0.05 });
  pen.form(smooth([-0.82, 0.16, -0.6, 0.66, 0, 0.92, 0.5, 0.66, 0.72, 0.18, 0, 0.1]), shell, {
    round: 0.18,
    grain: 0.1,
  });
  for (const x of [-0.42, -0.06, 0.28])
    pen.form(smooth([x - 0.16, 0.44, x, 0.66, x + 0.16, 0.44, x, 0.28]), lighter(shell, -0.08), {
      round: 0.05,
      grain: 0.1,
    });
  pen.dab({ x: 1.0, y: 0.58, rx: 0.03, ry: 0.03 }, hex('#14110f'), 0);
}

/** Kelp and corals for the sea bed. */
export function seaweed(pen: Pen): void {
  const colour = pen.colour(hex('#4f7a4a'));
  for (let blade = 0; blade < 7; blade++) {
    const x = (blade - 3) * 0.06;
    const sway = pen.rng.between(0.04, 0.1);
    const top = pen.rng.between(0.6, 1);
    const points: number[] = [];
    for (let i = 0; i <= 12; i++) points.push(x + Math.sin(i * 0.75 + blade) * sway * (i / 12), (i / 12) * top);
    pen.limb(points, { from: 0.045, to: 0.012 }, lighter(colour, pen.rng.bell() * 0.08), { round: 0.01, grain: 0.1 });
  }
}

export function coral(pen: Pen): void {
  const colour = pen.colour(hex('#d4684f'));
  const grow = (x: number, y: number, angle: number, length: number): void => {
    const [ex, ey] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
    pen.limb([x, y, ex, ey], { from: length * 0.34, to: length * 0.26 }, lighter(colour, y * 0.1), {
      round: length * 0.1,
      grain: 0.1,
    });
    if (length < 0.13) return;
    for (const turn of [-0.5, 0.45]) grow(ex, ey, angle + turn + pen.rng.bell() * 0.2, length * 0.74);
  };
  grow(0, 0, Math.PI / 2, 0.3);
}

export function jellyfish(pen: Pen): void {
  const colour = pen.colour(hex('#d8a8d0'));
  for (let i = 0; i < 8; i++) {
    const points: number[] = [];
    for (let k = 0; k <= 10; k++) points.push((i - 3.5) * 0.085 + Math.sin(k * 0.8 + i) * 0.035, 0.6 - k * 0.058);
    pen.limb(points, { from: 0.022, to: 0.006 }, lighter(colour, -0.05), { facing: 0.3 });
  }
  pen.glow({ x: 0, y: 0.75, radius: 0.6 }, lighter(colour, 0.1), 0.4);
  pen.form(smooth([-0.4, 0.6, -0.32, 0.86, 0, 1, 0.32, 0.86, 0.4, 0.6, 0.2, 0.64, 0, 0.58, -0.2, 0.64]), colour, {
    round: 0.1,
    grain: 0.06,
  });
}

import { hex, lighter, turned } from '../colour/oklab.ts';
import { ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

export function kite(pen: Pen): void {
  const cloth = pen.colour(hex('#d0483a'));
  pen.form([0, 1, 0.34, 0.62, 0, 0.1], lighter(cloth, 0.03), { facing: 0.6, grain: 0.06 });
  pen.form([0, 1, -0.34, 0.62, 0, 0.1], turned(cloth, 45), { facing: 0.1, grain: 0.06 });
  const tail: number[] = [];
  for (let i = 0; i <= 16; i++) tail.push(Math.sin(i * 0.8) * 0.07, 0.1 - i * 0.07);
  pen.limb(tail, { from: 0.014, to: 0.01 }, hex('#5a4334'));
  for (let i = 2; i < 16; i += 3)
    pen.dab({ x: Math.sin(i * 0.8) * 0.07, y: 0.1 - i * 0.07, rx: 0.06, ry: 0.025 }, turned(cloth, i * 20), 0.5);
}

/** Party balloons on strings. */
export function balloons(pen: Pen): void {
  const first = pen.colour(hex('#d0483a'));
  const count = 5;
  for (let i = 0; i < count; i++) {
    const x = (i - 2) * 0.2 + pen.rng.bell() * 0.05;
    const y = 0.72 + pen.rng.bell() * 0.12;
    const skin = turned(first, pen.place.tint ? pen.rng.bell() * 14 : i * 68);
    pen.limb([0, 0, x * 0.4, 0.3, x, y - 0.18], { from: 0.006, to: 0.006 }, hex('#6a6460'));
    pen.form(smooth([x - 0.14, y, x, y + 0.19, x + 0.14, y, x + 0.02, y - 0.18, x - 0.02, y - 0.18]), skin, {
      round: 0.07,
      grain: 0.02,
    });
    pen.dab({ x: x + 0.05, y: y + 0.08, rx: 0.03, ry: 0.045, turn: 0.4 }, lighter(skin, 0.26), 1);
  }
}

export function ufo(pen: Pen): void {
  pen.glow({ x: 0, y: -0.2, radius: 1.2 }, hex('#b8f0c8'), 0.35);
  pen.form(smooth([-0.4, 0.55, -0.28, 0.9, 0, 1, 0.28, 0.9, 0.4, 0.55]), hex('#a8d4dc'), { round: 0.12 });
  pen.form(ellipse({ x: 0, y: 0.45, rx: 1.05, ry: 0.22 }), pen.colour(hex('#8b8f98')), { round: 0.1 });
  for (let i = 0; i < 7; i++)
    pen.glow({ x: (i - 3) * 0.26, y: 0.4 - Math.abs(i - 3) * -0.02, radius: 0.12 }, hex('#fff2a8'), 0.95);
}

/** A dragon of the East, a ribbon among the clouds. */
export function dragon(pen: Pen): void {
  const scale = pen.colour(hex('#3f8068'));
  const spine: number[] = [];
  for (let i = 0; i <= 60; i++) {
    const t = i / 60;
    spine.push(-1.3 + t * 2.3, 0.45 + Math.sin(t * 9.5) * 0.3 * (1 - t * 0.45));
  }
  pen.limb(spine, { from: 0.02, to: 0.2 }, scale, { round: 0.06, grain: 0.18 });
  for (let i = 2; i < 60; i += 1) {
    const [x, y] = [spine[i * 2]!, spine[i * 2 + 1]!];
    pen.form([x - 0.03, y + i * 0.0014, x + 0.035, y + i * 0.0014, x - 0.01, y + 0.06 + i * 0.0016], hex('#d08a3c'), {
      facing: 0.4,
    });
  }
  const [hx, hy] = [spine[120]!, spine[121]!];
  pen.form(
    smooth([
      hx - 0.14,
      hy - 0.08,
      hx - 0.1,
      hy + 0.16,
      hx + 0.1,
      hy + 0.15,
      hx + 0.34,
      hy + 0.03,
      hx + 0.3,
      hy - 0.07,
      hx + 0.06,
      hy - 0.12,
    ]),
    scale,
    { round: 0.05, grain: 0.1 },
  );
  for (const dy of [0.12, 0.16])
    pen.limb(
      [hx - 0.04, hy + dy, hx - 0.2, hy + 0.3 + dy * 0.5, hx - 0.32, hy + 0.3],
      { from: 0.03, to: 0.01 },
      hex('#d9c08a'),
    );
  for (const side of [-1, 1])
    pen.limb(
      [hx + 0.3, hy, hx + 0.42, hy + side * 0.14, hx + 0.3, hy + side * 0.28],
      { from: 0.015, to: 0.005 },
      hex('#d08a3c'),
    );
  pen.dab({ x: hx + 0.09, y: hy + 0.08, rx: 0.03, ry: 0.03 }, hex('#ffd24a'), 1);
}

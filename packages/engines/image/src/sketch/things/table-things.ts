import { type Lab, hex, lch, lighter, mix, turned } from '../colour/oklab.ts';
import { box, ellipse, smooth } from '../raster/path.ts';
import type { Pen } from './pen.ts';

export interface FruitLook {
  skin: Lab;
  /** Width over height. */
  wide: number;
  top: 'stem' | 'calyx' | 'leafy' | 'none';
}

/** One round fruit with its stem, a bloom of reflected light and a highlight. */
export function fruit(look: FruitLook) {
  return (pen: Pen): void => {
    const skin = pen.colour(look.skin);
    const rx = 0.46 * look.wide;
    pen.form(
      smooth([
        -rx,
        0.42,
        -rx * 0.8,
        0.78,
        -rx * 0.2,
        0.88,
        0,
        0.85,
        rx * 0.2,
        0.88,
        rx * 0.8,
        0.78,
        rx,
        0.42,
        rx * 0.7,
        0.1,
        0,
        0.0,
        -rx * 0.7,
        0.1,
      ]),
      skin,
      { round: 0.24, grain: 0.07 },
    );
    pen.dab({ x: -rx * 0.1, y: 0.16, rx: rx * 0.6, ry: 0.07 }, mix(skin, lighter(skin, 0.1), 0.5), -0.2);
    const toRight = pen.stage.light.source.x * pen.stage.surface.width > pen.place.x !== pen.place.mirrored ? 1 : -1;
    pen.dab(
      { x: toRight * rx * 0.42, y: 0.66, rx: 0.07, ry: 0.05, turn: -0.5 * toRight },
      mix(skin, [0.97, 0, 0.02], 0.7),
      1,
    );
    if (look.top === 'stem' || look.top === 'leafy')
      pen.limb([0, 0.83, 0.03, 0.92, 0.07, 1], { from: 0.035, to: 0.028 }, hex('#5a4029'), { round: 0.008 });
    if (look.top === 'leafy')
      pen.form(smooth([0.05, 0.93, 0.2, 1.06, 0.42, 1.02, 0.24, 0.92]), lch(0.55, 0.11, 135), {
        round: 0.03,
        grain: 0.1,
      });
    if (look.top !== 'calyx') return;
    for (const angle of [0.3, 1.2, 1.9, 2.85])
      pen.form(
        smooth([
          0,
          0.86,
          Math.cos(angle) * 0.14 - 0.04,
          0.9,
          Math.cos(angle) * 0.27,
          0.83 + Math.sin(angle) * 0.08,
          Math.cos(angle) * 0.13 + 0.05,
          0.83,
        ]),
        lch(0.5, 0.07, 118),
        { round: 0.02, grain: 0.14 },
      );
    pen.limb([0, 0.86, 0.01, 0.95], { from: 0.05, to: 0.035 }, hex('#5a4029'), { round: 0.01 });
  };
}

export function banana(pen: Pen): void {
  const skin = pen.colour(hex('#e8c23c'));
  for (const [dx, dy] of [
    [0.1, 0.1],
    [0, 0],
  ] as const)
    pen.limb(
      [-0.9 + dx, 0.75 + dy, -0.5 + dx, 0.3 + dy, 0 + dx, 0.14 + dy, 0.5 + dx, 0.24 + dy, 0.9 + dx, 0.6 + dy],
      { from: 0.16, to: 0.2 },
      lighter(skin, -dy * 0.5),
      { round: 0.08 },
    );
}

export function cup(pen: Pen): void {
  const glaze = pen.colour(hex('#e9e2d2'));
  const ring: number[] = [];
  for (let i = 0; i <= 14; i++) ring.push(0.42 + Math.sin((i / 14) * Math.PI) * 0.22, 0.2 + (i / 14) * 0.42);
  pen.limb(ring, { from: 0.07, to: 0.07 }, glaze, { round: 0.02 });
  pen.form(ellipse({ x: 0, y: 0.02, rx: 0.72, ry: 0.08 }), lighter(glaze, -0.03), { round: 0.03 });
  pen.form(smooth([-0.46, 0.74, -0.42, 0.3, -0.25, 0.06, 0.25, 0.06, 0.42, 0.3, 0.46, 0.74], 5), glaze, {
    round: 0.13,
    grain: 0.03,
  });
  pen.form(ellipse({ x: 0, y: 0.72, rx: 0.455, ry: 0.085 }), lighter(glaze, -0.1), { facing: 0 });
  pen.form(ellipse({ x: 0, y: 0.705, rx: 0.4, ry: 0.064 }), hex('#7c5232'), { facing: 0.2 });
  for (let i = 0; i < 26; i++)
    pen.glow(
      { x: Math.sin(i * 0.42) * 0.09, y: 0.8 + i * 0.024, radius: 0.075 + i * 0.003 },
      hex('#ffffff'),
      0.1 * (1 - i / 27),
    );
}

/** A bowl of something hot: noodles, an egg, spring onion, steam. */
export function bowl(pen: Pen): void {
  const glaze = pen.colour(hex('#3f5f78'));
  pen.form(smooth([-0.8, 0.62, -0.66, 0.26, -0.3, 0.06, 0.3, 0.06, 0.66, 0.26, 0.8, 0.62], 5), glaze, {
    round: 0.18,
    grain: 0.04,
  });
  pen.form(ellipse({ x: 0, y: 0.035, rx: 0.3, ry: 0.05 }), lighter(glaze, -0.08), { round: 0.02 });
  pen.form(ellipse({ x: 0, y: 0.62, rx: 0.8, ry: 0.17 }), lighter(glaze, 0.14), { facing: 0.3 });
  pen.form(ellipse({ x: 0, y: 0.61, rx: 0.73, ry: 0.14 }), hex('#b9682d'), { facing: 0.25 });
  for (let strand = 0; strand < 15; strand++) {
    const [x, y] = [-0.42 + pen.rng.next() * 0.6, 0.56 + pen.rng.next() * 0.09];
    const wave = [x - 0.24, y, x - 0.08, y + 0.035, x + 0.08, y - 0.02, x + 0.26, y + 0.02];
    pen.limb(smooth(wave, 4), { from: 0.026, to: 0.026 }, hex('#efd08a'), { facing: 0.35, round: 0.01 });
  }
  pen.form(ellipse({ x: 0.34, y: 0.63, rx: 0.17, ry: 0.085 }), hex('#f5efe0'), { facing: 0.4 });
  pen.form(ellipse({ x: 0.34, y: 0.635, rx: 0.085, ry: 0.042 }), hex('#e79a2e'), { facing: 0.4 });
  for (let leaf = 0; leaf < 12; leaf++)
    pen.dab(
      { x: -0.15 + pen.rng.bell() * 0.28, y: 0.62 + pen.rng.bell() * 0.06, rx: 0.03, ry: 0.014 },
      hex('#5f8f3c'),
      0.6,
    );
  for (let i = 0; i < 22; i++)
    pen.glow(
      { x: Math.sin(i * 0.45) * 0.14, y: 0.78 + i * 0.03, radius: 0.11 + i * 0.005 },
      hex('#ffffff'),
      0.09 * (1 - i / 23),
    );
}

export function teapot(pen: Pen): void {
  const glaze = pen.colour(hex('#7d9488'));
  pen.limb([0.36, 0.3, 0.62, 0.44, 0.82, 0.72], { from: 0.2, to: 0.085 }, glaze, { round: 0.04 });
  pen.limb([-0.4, 0.64, -0.74, 0.62, -0.74, 0.26, -0.4, 0.2], { from: 0.07, to: 0.07 }, glaze, { round: 0.02 });
  pen.form(smooth([-0.5, 0.36, -0.36, 0.68, 0, 0.78, 0.36, 0.68, 0.5, 0.36, 0.32, 0.04, 0, 0, -0.32, 0.04]), glaze, {
    round: 0.18,
    grain: 0.05,
  });
  pen.form(smooth([-0.24, 0.74, 0, 0.86, 0.24, 0.74, 0, 0.7]), lighter(glaze, 0.03), { round: 0.04 });
  pen.form(ellipse({ x: 0, y: 0.89, rx: 0.06, ry: 0.055 }), lighter(glaze, -0.08), { round: 0.02 });
}

/** A moon jar, a jar of onggi or a plain vase. */
export function jar(look: { glaze: Lab; mouth: number }) {
  return (pen: Pen): void => {
    const glaze = pen.colour(look.glaze);
    const m = look.mouth;
    pen.form(
      smooth(
        [
          -m,
          0.98,
          -m,
          0.9,
          -0.36,
          0.74,
          -0.48,
          0.48,
          -0.36,
          0.18,
          -m * 0.95,
          0.0,
          m * 0.95,
          0,
          0.36,
          0.18,
          0.48,
          0.48,
          0.36,
          0.74,
          m,
          0.9,
          m,
          0.98,
        ],
        5,
      ),
      glaze,
      { round: 0.2, grain: 0.07 },
    );
    pen.form(ellipse({ x: 0, y: 0.975, rx: m, ry: 0.03 }), lighter(glaze, -0.22), { facing: 0.2 });
  };
}

export function books(pen: Pen): void {
  let y = 0;
  for (let i = 0; i < 4; i++) {
    const cover = turned(pen.colour(lch(0.48, 0.09, 30)), i * 70 * (pen.place.tint ? 0.15 : 1));
    const shift = pen.rng.bell() * 0.1;
    pen.form(box({ left: -0.8 + shift, right: 0.8 + shift, bottom: y, top: y + 0.22 }), cover, {
      facing: 0.15,
      grain: 0.08,
    });
    pen.form(box({ left: -0.72 + shift, right: 0.81 + shift, bottom: y + 0.035, top: y + 0.18 }), hex('#e8dcc0'), {
      facing: 0,
      grain: 0.12,
    });
    y += 0.23;
  }
}

export function candle(pen: Pen): void {
  pen.glow({ x: 0, y: 0.86, radius: 0.9 }, hex('#ffcf7a'), 0.5);
  pen.form(box({ left: -0.1, right: 0.1, bottom: 0.03, top: 0.68 }), pen.colour(hex('#efe4c8')), { round: 0.05 });
  pen.form(ellipse({ x: 0, y: 0.03, rx: 0.26, ry: 0.045 }), hex('#a8863c'), { round: 0.02 });
  pen.limb([0, 0.68, 0, 0.76], { from: 0.014, to: 0.014 }, hex('#2a2220'));
  pen.glow({ x: 0, y: 0.85, radius: 0.16 }, hex('#ffe9a8'), 1);
  for (let i = 0; i < 8; i++) pen.glow({ x: 0, y: 0.79 + i * 0.018, radius: 0.05 - i * 0.004 }, hex('#fffbe6'), 0.8);
}

export function tableLamp(pen: Pen): void {
  const shade = pen.colour(hex('#e3b566'));
  pen.form(ellipse({ x: 0, y: 0.03, rx: 0.24, ry: 0.045 }), hex('#6b4a34'), { round: 0.02 });
  pen.limb([0, 0.03, 0, 0.56], { from: 0.05, to: 0.04 }, hex('#7a5638'), { round: 0.014 });
  pen.glow({ x: 0, y: 0.66, radius: 1.4 }, hex('#ffd98a'), pen.stage.light.dark ? 0.55 : 0.28);
  pen.form([-0.4, 0.52, 0.4, 0.52, 0.22, 0.98, -0.22, 0.98], lighter(shade, 0.08), { round: 0.08, grain: 0.05 });
  pen.glow({ x: 0, y: 0.64, radius: 0.36 }, hex('#fff2c4'), 0.75);
}

export function chair(pen: Pen): void {
  const wood = pen.colour(hex('#8a5f3c'));
  for (const [x, top] of [
    [-0.26, 1],
    [0.2, 0.98],
    [-0.32, 0.46],
    [0.3, 0.46],
  ] as const)
    pen.limb([x * 1.08, 0, x, top], { from: 0.055, to: 0.05 }, wood, { round: 0.012 });
  pen.form([-0.38, 0.44, 0.36, 0.44, 0.28, 0.54, -0.28, 0.54], lighter(wood, 0.06), { facing: 0.6, grain: 0.1 });
  for (const y of [0.7, 0.82, 0.95])
    pen.limb([-0.26, y, 0.2, y - 0.01], { from: 0.065, to: 0.065 }, wood, { facing: 0.3, grain: 0.1 });
}

export function guitar(pen: Pen): void {
  const wood = pen.colour(hex('#b8743a'));
  pen.limb([0, 0.5, 0, 0.96], { from: 0.055, to: 0.045 }, hex('#4a3022'), { facing: 0.3 });
  pen.form(
    smooth([
      -0.2, 0.1, -0.24, 0.22, -0.13, 0.34, -0.17, 0.46, -0.08, 0.55, 0.08, 0.55, 0.17, 0.46, 0.13, 0.34, 0.24, 0.22,
      0.2, 0.1, 0, 0.02,
    ]),
    wood,
    { round: 0.03, grain: 0.12 },
  );
  pen.form(ellipse({ x: 0, y: 0.36, rx: 0.065, ry: 0.065 }), hex('#2c1d15'), { facing: 0 });
  pen.form(box({ left: -0.045, right: 0.045, bottom: 0.93, top: 1.02 }), hex('#3a261a'), { facing: 0.3 });
}

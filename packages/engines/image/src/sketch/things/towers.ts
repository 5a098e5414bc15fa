import { type Lab, hex, lighter } from '../colour/oklab.ts';
import { box, ellipse } from '../raster/path.ts';
import type { Pen } from './pen.ts';

const STONE = hex('#a39a8b');

/** Rocks at the foot of a thing, so that it stands on something. */
function rocks(pen: Pen, half: number): void {
  const { rng } = pen;
  for (let i = 0; i < 9; i++) {
    const x = (i / 8 - 0.5) * 2 * half;
    const r = half * rng.between(0.16, 0.34);
    pen.form(
      ellipse({ x, y: -0.015 + rng.bell() * 0.01, rx: r, ry: r * 0.62 }),
      lighter(hex('#6f675f'), rng.bell() * 0.06),
      { round: r * 0.4, grain: 0.2 },
    );
  }
}

/** A lighthouse with a band or two of colour; its lamp throws a beam after dark. */
export function lighthouse(pen: Pen): void {
  const band = pen.colour(hex('#b8402f'));
  const white = hex('#eee9de');
  const at = (y: number) => 0.125 - y * 0.055;
  for (let i = 0; i < 6; i++) {
    const y = i * 0.125;
    const [low, high] = [at(y), at(y + 0.125)];
    pen.form([-low, y, low, y, high, y + 0.126, -high, y + 0.126], i % 2 === 1 ? band : white, {
      round: 0.055,
      grain: 0.05,
    });
  }
  pen.form(box({ left: -0.125, right: 0.125, bottom: 0.745, top: 0.775 }), hex('#4a4644'), { facing: 0.2 });
  pen.pane(box({ left: -0.062, right: 0.062, bottom: 0.775, top: 0.87 }));
  for (const x of [-0.062, -0.02, 0.02, 0.062])
    pen.limb([x, 0.775, x, 0.87], { from: 0.008, to: 0.008 }, hex('#4a4644'), { facing: 0.2 });
  pen.form([-0.09, 0.865, 0.09, 0.865, 0.03, 0.95, 0, 1, -0.03, 0.95], band, { round: 0.02 });
  pen.form(box({ left: -0.022, right: 0.022, bottom: 0.02, top: 0.1 }), hex('#4a3a32'), { facing: 0 });
  rocks(pen, 0.36);
  if (!pen.stage.light.dark) return;
  pen.glow({ x: 0, y: 0.82, radius: 0.35 }, hex('#ffe9b0'), 0.75);
  for (let i = 1; i < 70; i++)
    pen.glow({ x: -i * 0.024, y: 0.82 + i * 0.002, radius: 0.05 + i * 0.0034 }, hex('#ffe9b0'), 0.24 * (1 - i / 71));
}

function battlements(pen: Pen, wall: { left: number; right: number; top: number; colour: Lab }): void {
  const count = Math.max(2, Math.round((wall.right - wall.left) / 0.075));
  const step = (wall.right - wall.left) / (count * 2 - 1);
  for (let i = 0; i < count; i++) {
    const left = wall.left + i * step * 2;
    pen.form(box({ left, right: left + step, bottom: wall.top - 0.005, top: wall.top + 0.04 }), wall.colour, {
      facing: 0.3,
      grain: 0.1,
    });
  }
}

/** A round tower; with a pointed roof it belongs to a castle. */
export function tower(pen: Pen): void {
  roundTower(pen, { x: 0, half: 0.14, top: 0.78, roof: pen.colour(hex('#5a5f78')) });
}

function roundTower(pen: Pen, wish: { x: number; half: number; top: number; roof: Lab }): void {
  const { x, half, top, roof } = wish;
  pen.form(box({ left: x - half, right: x + half, bottom: 0, top }), STONE, { round: half * 0.5, grain: 0.14 });
  pen.form(box({ left: x - half * 1.16, right: x + half * 1.16, bottom: top - 0.05, top }), lighter(STONE, 0.03), {
    round: half * 0.4,
    grain: 0.1,
  });
  pen.form([x - half * 1.3, top - 0.01, x + half * 1.3, top - 0.01, x, top + half * 2.1], roof, {
    round: half * 0.3,
    grain: 0.12,
  });
  pen.pane(box({ left: x - half * 0.18, right: x + half * 0.18, bottom: top * 0.7, top: top * 0.7 + 0.07 }));
}

export function castle(pen: Pen): void {
  const roof = pen.colour(hex('#596286'));
  roundTower(pen, { x: -0.22, half: 0.09, top: 0.7, roof });
  roundTower(pen, { x: 0.26, half: 0.085, top: 0.62, roof });
  pen.form(box({ left: -0.3, right: 0.34, bottom: 0, top: 0.46 }), STONE, { facing: 0.1, grain: 0.14 });
  battlements(pen, { left: -0.3, right: 0.34, top: 0.46, colour: STONE });
  roundTower(pen, { x: 0.03, half: 0.1, top: 0.8, roof });
  pen.form(box({ left: -0.5, right: 0.52, bottom: 0, top: 0.28 }), lighter(STONE, 0.02), { facing: 0.45, grain: 0.14 });
  battlements(pen, { left: -0.5, right: 0.52, top: 0.28, colour: lighter(STONE, 0.02) });
  roundTower(pen, { x: -0.5, half: 0.085, top: 0.46, roof });
  roundTower(pen, { x: 0.53, half: 0.085, top: 0.43, roof });
  pen.form([-0.08, 0, 0.08, 0, 0.08, 0.13, 0.04, 0.19, 0, 0.205, -0.04, 0.19, -0.08, 0.13], hex('#3d3029'), {
    facing: -0.3,
  });
}

export function church(pen: Pen): void {
  const wall = pen.colour(hex('#d8cdb8'));
  const roof = hex('#59504e');
  pen.form([-0.05, 0, 0.5, 0.02, 0.5, 0.32, -0.05, 0.32], wall, { facing: -0.25, grain: 0.08 });
  pen.form([-0.1, 0.52, 0.44, 0.5, 0.55, 0.28, -0.02, 0.28], roof, { facing: 0.2, grain: 0.14 });
  pen.form(box({ left: -0.28, right: 0, bottom: 0, top: 0.6 }), lighter(wall, 0.02), { facing: 0.6, grain: 0.08 });
  pen.form([-0.32, 0.59, 0.04, 0.59, -0.14, 1], roof, { facing: 0.3, grain: 0.12 });
  pen.limb([-0.14, 0.98, -0.14, 1.08], { from: 0.014, to: 0.014 }, hex('#b8924a'));
  pen.limb([-0.175, 1.045, -0.105, 1.045], { from: 0.014, to: 0.014 }, hex('#b8924a'));
  for (const x of [-0.14, 0.12, 0.27, 0.42])
    pen.pane([x - 0.03, 0.1, x + 0.03, 0.1, x + 0.03, 0.2, x, 0.25, x - 0.03, 0.2]);
}

export function windmill(pen: Pen): void {
  pen.form([-0.2, 0, 0.2, 0, 0.12, 0.56, -0.12, 0.56], pen.colour(hex('#dcd2bd')), { round: 0.07, grain: 0.07 });
  pen.form([-0.15, 0.55, 0.15, 0.55, 0.06, 0.68, -0.06, 0.68], hex('#6b4a3c'), { round: 0.03 });
  pen.form(box({ left: -0.05, right: 0.05, bottom: 0, top: 0.15 }), hex('#5a4033'), { facing: 0 });
  const start = pen.rng.between(0.2, 1.2);
  for (let i = 0; i < 4; i++) {
    const angle = start + (i * Math.PI) / 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    pen.limb([0, 0.61, cos * 0.4, 0.61 + sin * 0.4], { from: 0.016, to: 0.012 }, hex('#5a4033'), { facing: 0.3 });
    const sail = [0.1, 0, 0.4, 0, 0.4, 0.085, 0.1, 0.085];
    const turned = sail.map((_, k) =>
      k % 2 === 0 ? sail[k]! * cos - sail[k + 1]! * sin : 0.61 + sail[k - 1]! * sin + sail[k]! * cos,
    );
    pen.form(turned, hex('#efe6d2'), { facing: 0.4, grain: 0.1 });
  }
}

/** An office tower with rows of windows. */
export function skyscraper(pen: Pen): void {
  const { rng } = pen;
  const glass = pen.colour(hex('#7d8b9a'));
  const step = rng.between(0.72, 0.9);
  pen.form(box({ left: -0.17, right: 0.17, bottom: 0, top: step }), glass, { facing: 0.3, grain: 0.05 });
  pen.form(box({ left: 0.05, right: 0.17, bottom: 0, top: step }), lighter(glass, -0.05), {
    facing: -0.4,
    grain: 0.05,
  });
  pen.form(box({ left: -0.11, right: 0.1, bottom: step, top: 0.96 }), glass, { facing: 0.2 });
  for (let y = 0.05; y < step - 0.04; y += 0.045) {
    for (let x = -0.15; x < 0.03; x += 0.04) {
      const dark = pen.stage.light.dark && rng.chance(0.45);
      const shape = box({ left: x, right: x + 0.024, bottom: y, top: y + 0.026 });
      if (dark || !pen.stage.light.dark) pen.pane(shape);
    }
  }
  pen.limb([0, 0.95, 0, 1.08], { from: 0.012, to: 0.004 }, hex('#6a6a70'));
}

export function tent(pen: Pen): void {
  const cloth = pen.colour(hex('#c8743c'));
  pen.form([-0.1, 0, 0.85, 0.06, 0.5, 0.84, -0.25, 0.95], cloth, { facing: -0.1, grain: 0.08 });
  pen.form([-0.75, 0.03, -0.1, 0, -0.25, 0.95], lighter(cloth, 0.04), { facing: 0.7, grain: 0.08 });
  pen.form([-0.42, 0.015, -0.2, 0.005, -0.25, 0.62], hex('#40302a'), { facing: 0 });
  if (pen.stage.light.dark) pen.glow({ x: -0.2, y: 0.3, radius: 0.6 }, hex('#ffcf80'), 0.55);
}

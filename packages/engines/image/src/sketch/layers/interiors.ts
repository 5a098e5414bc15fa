import { type Lab, hex, lch, lighter, mix } from '../colour/oklab.ts';
import { createPen, type Pen } from '../things/pen.ts';
import { lit } from '../light/light.ts';
import { box } from '../raster/path.ts';
import { blend } from '../raster/surface.ts';
import { windowOf } from '../scene/place-indoors.ts';
import type { Plan } from '../scene/plan.ts';
import { ease } from './sky.ts';
import type { Stage } from './stage.ts';

/** A pen whose unit is the shorter side and whose origin is the lower left corner of the picture. */
function roomPen(stage: Stage): Pen {
  const { surface, unit } = stage;
  return createPen(
    stage,
    { x: 0, y: surface.height, size: unit, fog: 0, mirrored: false, care: 0 },
    stage.rng.fork('room'),
  );
}

function wallColour(stage: Stage, plan: Plan): Lab {
  const tint = plan.reading.tints[0]?.colour ?? plan.reading.placeColours.room;
  const own = lch(0.74, 0.035, stage.rng.fork('wall').pick([70, 95, 160, 215, 40]));
  return tint ? mix(own, tint, 0.6) : own;
}

/** A window in a wall: what lies outside is already on the surface, so the wall is built around it. */
function buildWall(
  pen: Pen,
  wall: Lab,
  frame: { width: number; height: number; opening: [number, number, number, number] },
): void {
  const { width, height, opening } = frame;
  const [left, right, bottom, top] = opening;
  const style = { facing: 0.1, grain: 0.07 };
  pen.form(box({ left: -0.1, right: left, bottom: 0, top: height }), wall, style);
  pen.form(box({ left: right, right: width + 0.1, bottom: 0, top: height }), wall, style);
  pen.form(box({ left: left - 0.01, right: right + 0.01, bottom: top, top: height }), wall, style);
  pen.form(box({ left: left - 0.01, right: right + 0.01, bottom: 0, top: bottom }), wall, style);
  const wood = hex('#8a6a4c');
  const bars = [
    [left, bottom, left, top],
    [right, bottom, right, top],
    [left, top, right, top],
    [(left + right) / 2, bottom, (left + right) / 2, top],
    [left, (bottom + top) / 2, right, (bottom + top) / 2],
  ];
  for (const [i, bar] of bars.entries())
    pen.limb(bar, { from: i < 3 ? 0.026 : 0.014, to: i < 3 ? 0.026 : 0.014 }, wood, { facing: 0.2, grain: 0.1 });
  pen.form(
    [left - 0.05, bottom, right + 0.05, bottom, right + 0.07, bottom - 0.03, left - 0.07, bottom - 0.03],
    lighter(wood, 0.08),
    { facing: 0.6, grain: 0.1 },
  );
}

function curtain(pen: Pen, x: number, span: { bottom: number; top: number }, side: number): void {
  const cloth = lch(0.86, 0.03, 60);
  for (let fold = 0; fold < 6; fold++) {
    const at = x + side * fold * 0.022;
    const points = [
      at,
      span.top,
      at + side * 0.01,
      (span.top + span.bottom) / 2,
      at + side * fold * 0.006,
      span.bottom,
    ];
    pen.limb(points, { from: 0.034, to: 0.04 }, lighter(cloth, fold % 2 ? -0.05 : 0.02), {
      facing: fold % 2 ? -0.2 : 0.5,
      grain: 0.05,
    });
  }
}

function boards(stage: Stage, top: number, wood: Lab): void {
  const { surface, noise, unit, light } = stage;
  const sourceX = light.source.x * surface.width;
  for (let y = Math.max(0, Math.floor(top)); y < surface.height; y++) {
    const near = (y - top) / (surface.height - top);
    for (let x = 0; x < surface.width; x++) {
      const u = (x / surface.width - 0.5) / (0.45 + near * 0.55);
      const board = Math.floor(u * 9 + 100);
      const seam = Math.abs(u * 9 + 100 - board - 0.5) > 0.485 ? -0.1 : 0;
      const grain = noise.fractal(u * 50 + board * 7, near * 3, 3) * 0.06 + noise.at(board * 3.3, 1) * 0.05 + seam;
      const pool = Math.exp(-(((x - sourceX) / (unit * 0.5)) ** 2)) * (1 - near * 0.6);
      blend(surface, y * surface.width + x, lit(lighter(wood, grain), -0.2 + pool * 1.0, light), ease(-1, 1, y - top));
    }
  }
}

/** A room with a window: outside is whatever the prompt's sky and land are. */
export function paintRoom(stage: Stage, plan: Plan): void {
  const { surface, unit } = stage;
  const pen = roomPen(stage);
  const [width, height] = [surface.width / unit, surface.height / unit];
  const { middle, half, sill, head } = windowOf(plan);
  const span = { bottom: sill, top: head };
  buildWall(pen, wallColour(stage, plan), {
    width,
    height,
    opening: [middle - half, middle + half, span.bottom, span.top],
  });
  curtain(pen, middle - half - 0.015, { bottom: span.bottom - 0.06, top: span.top + 0.03 }, -1);
  curtain(pen, middle + half + 0.015, { bottom: span.bottom - 0.06, top: span.top + 0.03 }, 1);
  boards(stage, stage.horizon, lch(0.56, 0.065, 60));
}

/** A table before a quiet ground of light and shade, for still lifes. */
export function paintTable(stage: Stage, plan: Plan): void {
  const { surface, noise, unit, light } = stage;
  const wall = wallColour(stage, plan);
  const slant = light.source.x > 0.5 ? -1 : 1;
  for (let y = 0; y < surface.height; y++) {
    for (let x = 0; x < surface.width; x++) {
      const u = x / unit;
      const v = y / unit;
      const beam = ease(
        -0.35,
        0.35,
        (u - 0.5 * (surface.width / unit)) * -slant + 0.25 - v * 0.7 + noise.fractal(u * 1.7, v * 1.7, 3) * 0.35,
      );
      const cloth = noise.fractal(u * 3.1 + 9, v * 3.1, 4) * 0.07;
      blend(
        surface,
        y * surface.width + x,
        lit(lighter(wall, cloth - 0.14 + beam * 0.04), -0.7 + beam * 1.25, light),
        1,
      );
    }
  }
  boards(stage, stage.horizon, lch(0.5, 0.07, 55));
}

import { lch, type Lab } from '../colour/oklab.ts';
import type { Stage } from '../layers/stage.ts';
import { softDab } from '../raster/soft-dab.ts';
import { blend, colourAt } from '../raster/surface.ts';
import { createPen } from '../things/pen.ts';
import { THINGS } from '../things/registry.ts';
import type { PlacedThing } from './plan.ts';

const SHADOW: Lab = lch(0.18, 0.035, 280);

/** The shadow a thing throws on the ground, away from the light and longer when it is low. */
function castShadow(stage: Stage, thing: PlacedThing): void {
  const { light, surface } = stage;
  const wide = thing.size * THINGS[thing.draws].wide;
  const away = thing.x > light.source.x * surface.width ? 1 : -1;
  const long = (1 - light.source.y) * 0.5 + 0.12;
  const share = (light.dark ? 0.26 : 0.2 + light.strength * 0.42) * (1 - thing.fog);
  const rx = wide * (0.34 + long * 0.34);
  softDab(
    surface,
    {
      x: thing.x + away * wide * long * 0.5,
      y: thing.y + thing.size * 0.012,
      rx,
      ry: Math.max(1.5, thing.size * 0.05),
    },
    SHADOW,
    { share, core: 0.25 },
  );
  softDab(surface, { x: thing.x, y: thing.y, rx: wide * 0.4, ry: Math.max(1, thing.size * 0.03) }, SHADOW, {
    share: share * 1.1,
    core: 0.1,
  });
}

interface Strip {
  left: number;
  top: number;
  width: number;
  height: number;
  lab: Float32Array;
}

function snapshot(stage: Stage, thing: PlacedThing): Strip {
  const { surface } = stage;
  const half = thing.size * Math.max(0.6, THINGS[thing.draws].wide * 0.6);
  const left = Math.max(0, Math.floor(thing.x - half));
  const top = Math.max(0, Math.floor(thing.y - thing.size * 1.15));
  const width = Math.max(0, Math.min(surface.width, Math.ceil(thing.x + half)) - left);
  const height = Math.max(0, Math.min(surface.height, Math.ceil(thing.y)) - top);
  const lab = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * surface.width + left) * 3;
    lab.set(surface.lab.subarray(from, from + width * 3), y * width * 3);
  }
  return { left, top, width, height, lab };
}

/** Mirrors in the water what drawing the thing has changed above it. */
function reflect(stage: Stage, thing: PlacedThing, before: Strip): void {
  const { surface, noise, unit } = stage;
  const foot = Math.floor(thing.y);
  for (let y = 0; y < before.height; y++) {
    const from = foot - 1 - y;
    const row = from - before.top;
    const to = foot + Math.floor(y * 0.9);
    if (row < 0 || to >= surface.height || to < 0) continue;
    const sway = noise.at(to * 0.17, 3) * (1 + (y / before.height) * unit * 0.02);
    for (let x = 0; x < before.width; x++) {
      const sourceX = before.left + x;
      const i = (row * before.width + x) * 3;
      const colour = colourAt(surface, sourceX, from);
      const changed =
        Math.abs(colour[0] - before.lab[i]!) +
        Math.abs(colour[1] - before.lab[i + 1]!) +
        Math.abs(colour[2] - before.lab[i + 2]!);
      const target = Math.round(sourceX + sway);
      if (changed < 0.02 || target < 0 || target >= surface.width) continue;
      blend(
        surface,
        to * surface.width + target,
        [colour[0] * 0.86, colour[1] * 0.8, colour[2] * 0.8],
        0.62 * (1 - (y / before.height) * 0.65),
      );
    }
  }
}

/** Draws a placed thing and ties it to what it stands on. */
export function settle(stage: Stage, thing: PlacedThing): void {
  if (thing.footing === 'ground' || thing.footing === 'table') castShadow(stage, thing);
  const before = thing.footing === 'water' && thing.size > 6 ? snapshot(stage, thing) : null;
  THINGS[thing.draws].draw(createPen(stage, thing, stage.rng.fork(thing.key)));
  if (before) reflect(stage, thing, before);
}

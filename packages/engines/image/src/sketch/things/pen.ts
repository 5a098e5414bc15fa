import { type Lab, lighter, mix } from '../colour/oklab.ts';
import { direction, lit } from '../light/light.ts';
import { markFocus, type Stage } from '../layers/stage.ts';
import type { Rng } from '../random/rng.ts';
import { blurred } from '../raster/blur.ts';
import { cover } from '../raster/coverage.ts';
import { curve, type EllipseShape, limb, type Path } from '../raster/path.ts';
import { softDab } from '../raster/soft-dab.ts';
import { blend } from '../raster/surface.ts';

/** Where and how a thing stands. Pixels; `fog` 0..1 is how far it has sunk into the air. */
export interface PenPlace {
  x: number;
  y: number;
  size: number;
  fog: number;
  mirrored: boolean;
  tint?: Lab;
  /** Care the painter gives it, 0..1. */
  care: number;
}

export interface FormStyle {
  /** How round the body looks, as a share of the thing's height; 0 is a flat face. */
  round?: number;
  /** Unevenness of its surface. */
  grain?: number;
  /** How a flat face stands to the light, -1..1. */
  facing?: number;
}

/**
 * Draws one thing in its own space: x to the right and y up, the base at (0, 0), a height of about 1. Light, distance and
 * grain are the pen's business, so a drawing only says what is there and what colour it has.
 */
export interface Pen {
  readonly stage: Stage;
  readonly rng: Rng;
  readonly place: PenPlace;
  /** The colour asked for, else the thing's own. */
  colour(own: Lab): Lab;
  form(path: Path, colour: Lab, style?: FormStyle): void;
  limb(points: Path, width: { from: number; to: number }, colour: Lab, style?: FormStyle): void;
  /** A soft touch of colour, as for leaves. */
  dab(shape: EllipseShape, colour: Lab, facing: number): void;
  /** Light that shines by itself. */
  glow(at: { x: number; y: number; radius: number }, colour: Lab, share: number): void;
  /** A lit window or lamp: bright after dark, glassy by day. */
  pane(path: Path): void;
}

const PANE_LIT: Lab = [0.88, 0.035, 0.12];

function toPixels(place: PenPlace, path: Path): number[] {
  const side = place.mirrored ? -1 : 1;
  return path.map((value, i) => (i % 2 === 0 ? place.x + value * place.size * side : place.y - value * place.size));
}

function fillForm(stage: Stage, place: PenPlace, path: Path, colour: Lab, style: FormStyle): void {
  const { surface, light, noise } = stage;
  const radius = (style.round ?? 0) * place.size;
  const mask = cover(toPixels(place, path), surface, 1);
  if (!mask) return;
  const plane = { width: mask.width, height: mask.height, values: mask.cover };
  const body = radius >= 0.6 ? blurred(plane, radius) : null;
  const toLight = direction(light, place.x / surface.width);
  const grain = style.grain ?? 0.05;
  const scale = 34 / Math.max(30, place.size);
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) {
      const share = mask.cover[y * mask.width + x]!;
      if (share < 0.004) continue;
      let facing = style.facing ?? 0.35;
      if (body) facing = roundFacing(body, plane, { x, y, radius }, toLight);
      const px = x + mask.left;
      const py = y + mask.top;
      const rough = grain === 0 ? 0 : noise.fractal(px * scale, py * scale * 0.6, 3) * grain * 0.55;
      const shaded = lit(lighter(colour, rough), facing + rough * 0.5, light);
      blend(surface, py * surface.width + px, mix(shaded, light.air, place.fog), share);
    }
  }
}

/** Reads the blurred outline as a hill and asks how its slope faces the light: any flat shape gains a body. */
function roundFacing(
  body: Float32Array,
  size: { width: number; height: number },
  at: { x: number; y: number; radius: number },
  toLight: [number, number, number],
): number {
  const { x, y, radius } = at;
  const i = y * size.width + x;
  const left = x > 0 ? body[i - 1]! : 0;
  const right = x + 1 < size.width ? body[i + 1]! : 0;
  const up = y > 0 ? body[i - size.width]! : 0;
  const down = y + 1 < size.height ? body[i + size.width]! : 0;
  const nx = (left - right) * radius * 1.1;
  const ny = (up - down) * radius * 1.1;
  const length = Math.sqrt(nx * nx + ny * ny + 0.5);
  return (nx * toLight[0] + ny * toLight[1] + 0.7 * toLight[2]) / length;
}

/** A pen over `stage` for a thing at `place`. Marks the place for the painter's care. */
export function createPen(stage: Stage, place: PenPlace, rng: Rng): Pen {
  const { surface, light } = stage;
  const side = place.mirrored ? -1 : 1;
  const half = place.size * 0.55;
  markFocus(
    stage,
    { left: place.x - half, top: place.y - place.size, width: half * 2, height: place.size * 1.04 },
    place.care,
  );
  const form: Pen['form'] = (path, colour, style = {}) => fillForm(stage, place, path, colour, style);
  const glow: Pen['glow'] = (at, colour, share) =>
    softDab(
      surface,
      {
        x: place.x + at.x * place.size * side,
        y: place.y - at.y * place.size,
        rx: at.radius * place.size,
        ry: at.radius * place.size,
        turn: 0,
      },
      colour,
      { share: share * (1 - place.fog), core: 0 },
    );
  return {
    stage,
    rng,
    place,
    colour: (own) => place.tint ?? own,
    form,
    limb: (points, width, colour, style = {}) =>
      form(limb(points.length > 4 ? curve(points) : points, width), colour, style),
    dab: (shape, colour, facing) =>
      softDab(
        surface,
        {
          x: place.x + shape.x * place.size * side,
          y: place.y - shape.y * place.size,
          rx: Math.max(0.7, shape.rx * place.size),
          ry: Math.max(0.6, shape.ry * place.size),
          turn: -(shape.turn ?? 0) * side,
        },
        mix(lit(colour, facing, light), light.air, place.fog),
        { share: 0.9, core: 0.6 },
      ),
    glow,
    pane: (path) => {
      if (!light.dark) return form(path, mix(light.zenith, [0.3, 0, -0.02], 0.55), { facing: 0.3, grain: 0.1 });
      const mask = cover(toPixels(place, path), surface);
      if (!mask) return;
      for (let i = 0; i < mask.cover.length; i++) {
        const index = (mask.top + Math.floor(i / mask.width)) * surface.width + mask.left + (i % mask.width);
        blend(surface, index, mix(PANE_LIT, light.air, place.fog * 0.6), mask.cover[i]!);
      }
      const [x = 0, y = 0] = path;
      glow({ x, y, radius: 0.16 }, PANE_LIT, 0.3);
    },
  };
}

import type { Lab } from '../colour/oklab.ts';
import { FOCUS_BLOCK, focusColumns } from '../layers/stage.ts';
import { createNoise } from '../random/noise.ts';
import type { Rng } from '../random/rng.ts';
import { createSurface, halved, type Surface } from '../raster/surface.ts';
import { type Brush, type Canvas, createBrush, layStroke } from './brush.ts';
import { createField, type Field, fieldIndex } from './field.ts';
import type { Manner } from './manner.ts';

/** A picture in the making: what it aims at, the canvas, and the hand that paints. */
export interface Painter {
  readonly canvas: Canvas;
  /** Paints pass `pass` of `passes`, coarse to fine. `stop` is asked now and then; when it says so, the pass ends early. */
  paint(pass: number, passes: number, stop: () => boolean): void;
}

export interface PainterOptions {
  aim: Surface;
  focus: Float32Array;
  /** What shows where no stroke has fallen. */
  primer: Lab;
  manner: Manner;
  rng: Rng;
}

interface Studio extends PainterOptions {
  canvas: Canvas;
  pyramid: Surface[];
  field: Field;
  brush: Brush;
  unit: number;
}

const COARSEST = 0.085;
const FIELD_LEVEL = 2;

function pyramidOf(aim: Surface): Surface[] {
  const levels = [aim];
  for (let level = aim; Math.min(level.width, level.height) > 8;) {
    level = halved(level);
    levels.push(level);
  }
  return levels;
}

/** Reads the aim at the scale of a brush: the mean over about its width. */
function aimAt(studio: Studio, x: number, y: number, level: number): number {
  const surface = studio.pyramid[level]!;
  const column = Math.min(surface.width - 1, Math.max(0, x >> level));
  const row = Math.min(surface.height - 1, Math.max(0, y >> level));
  return (row * surface.width + column) * 3;
}

function careAt(studio: Studio, x: number, y: number): number {
  const { focus, field, aim } = studio;
  const index = fieldIndex(field, x, y);
  const block = ((y / FOCUS_BLOCK) | 0) * focusColumns(aim.width) + ((x / FOCUS_BLOCK) | 0);
  return Math.min(1, focus[block]! * 0.85 + field.detail[index]! * 0.6);
}

function touch(studio: Studio, at: { x: number; y: number }, radius: number, rng: Rng, level: number): void {
  const { canvas, manner, field, aim } = studio;
  const { x, y } = at;
  const source = studio.pyramid[level]!.lab;
  const i = aimAt(studio, x, y, level);
  const j = (y * aim.width + x) * 3;
  const dL = source[i]! - canvas.surface.lab[j]!;
  const dA = source[i + 1]! - canvas.surface.lab[j + 1]!;
  const dB = source[i + 2]! - canvas.surface.lab[j + 2]!;
  const off = Math.sqrt(dL * dL + (dA * dA + dB * dB) * 2);
  const care = careAt(studio, x, y);
  const coarse = radius / studio.unit / COARSEST;
  if (off < manner.tolerance * (1 - care * 0.8) * (1 - coarse * 0.7)) return;
  const light = rng.bell() * manner.lightJitter * (0.5 + coarse) * (1 - care * 0.5);
  const colour: Lab = [
    source[i]! + light,
    source[i + 1]! + rng.bell() * manner.chromaJitter * (1 - care * 0.5),
    source[i + 2]! + rng.bell() * manner.chromaJitter * (1 - care * 0.5),
  ];
  const angle = (manner.hatch ?? field.angle[fieldIndex(field, x, y)]!) + rng.bell() * manner.stray;
  const halfLength = radius * manner.stretch * (1.15 - care * 0.55) * rng.between(0.75, 1.25);
  const bend = rng.bell() * radius * 0.7;
  layStroke(canvas, studio.brush, {
    x,
    y,
    angle,
    halfLength,
    radius,
    bend,
    colour,
    opacity: manner.opacity,
    flip: rng.chance(0.5),
  });
}

/** Visits a jittered grid in scattered order, so that no edge of the picture is always painted over the other. */
function scatter(studio: Studio, radius: number, rng: Rng, stop: () => boolean): void {
  const { width, height } = studio.aim;
  const gap = Math.max(1.35, radius * 1.25);
  const columns = Math.ceil(width / gap);
  const rows = Math.ceil(height / gap);
  const count = columns * rows;
  const level = Math.min(studio.pyramid.length - 1, Math.max(0, Math.round(Math.log2(Math.max(1, radius * 0.75)))));
  const stride = coprime(count, Math.floor(count * 0.618));
  let cell = Math.floor(rng.next() * count);
  for (let i = 0; i < count; i++) {
    if ((i & 1023) === 0 && stop()) return;
    cell = (cell + stride) % count;
    const x = Math.min(width - 1, Math.max(0, Math.floor(((cell % columns) + rng.next()) * gap)));
    const y = Math.min(height - 1, Math.max(0, Math.floor((Math.floor(cell / columns) + rng.next()) * gap)));
    touch(studio, { x, y }, radius, rng, level);
  }
}

function coprime(count: number, near: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  for (let stride = Math.max(1, near); ; stride++) if (divides(stride, count) === 1) return stride;
}

/** Prepares the canvas: a primed ground with a breath of unevenness, the stroke field and the brush. */
export function createPainter(options: PainterOptions): Painter {
  const { aim, primer, rng, manner } = options;
  const noise = createNoise(rng.fork('ground'));
  const surface = createSurface(aim.width, aim.height, primer);
  const canvas: Canvas = { surface, relief: new Float32Array(aim.width * aim.height).fill(0.5) };
  const pyramid = pyramidOf(aim);
  const unit = Math.min(aim.width, aim.height);
  const level = Math.min(FIELD_LEVEL, pyramid.length - 1);
  const field = createField(pyramid[level]!, 2 ** level, noise);
  const studio: Studio = {
    ...options,
    canvas,
    pyramid,
    field,
    brush: createBrush(rng.fork('brush'), manner.rough),
    unit,
  };
  const paint = (pass: number, passes: number, stop: () => boolean): void => {
    const share = passes <= 1 ? 1 : pass / (passes - 1);
    const radius = Math.max(1.1, unit * COARSEST * (manner.finest / COARSEST) ** (share ** 0.8));
    scatter(studio, radius, rng.fork(`pass ${pass}`), stop);
  };
  return { canvas, paint };
}

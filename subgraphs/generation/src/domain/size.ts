import type { Refusal } from '@modu/errors';
import type { ImageTask, Model, ModelLimits } from './model.ts';
import { stepsOf } from './price.ts';
import type { Work } from './price.ts';
import { invalid, isWithin } from './request.ts';

/** Sides in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface WorkInput {
  readonly width?: number | null;
  readonly height?: number | null;
  readonly steps?: number | null;
  readonly count?: number | null;
  readonly factor?: number | null;
}

interface WorkOptions {
  readonly model: Model;
  readonly task: ImageTask;
  /** The picture to start from, when there is one. */
  readonly source?: Size | undefined;
  /** Longest side that the plan allows for a picture that is made; any when absent. */
  readonly sidePixelsMax?: number | undefined;
}

/** Pictures that are worked on may be smaller than those that are made. */
const EDITED_SIDE_PIXELS_MIN = 16;

/**
 * The size that the model makes of a source, as the plan allows: the source's own where it can be, else smaller or larger in its
 * shape. Of one that is too long for its breadth a part is left out.
 */
function fitted(source: Size, { limits, plan }: { readonly limits: ModelLimits; readonly plan: number }): Size {
  const { sidePixelsMin: min, sidePixelsStep: step } = limits;
  const max = Math.max(min, Math.floor(Math.min(limits.sidePixelsMax, plan) / step) * step);
  const longest = Math.max(source.width, source.height);
  const shortest = Math.min(source.width, source.height);
  const scale = Math.min(max / longest, Math.max(1, min / shortest));
  const side = (pixels: number) => Math.min(max, Math.max(min, Math.round((pixels * scale) / step) * step));
  return { width: side(source.width), height: side(source.height) };
}

/** What there is to do: what is left out comes from the source, else from the model's defaults. Quotes and jobs both come from here. */
export function toWork(input: WorkInput, { model, task, source, sidePixelsMax: plan = Infinity }: WorkOptions): Work {
  const { defaults, limits, ignoresSteps = false } = model;
  const steps = stepsOf(task, (ignoresSteps ? null : input.steps) ?? defaults.steps);
  const count = input.count ?? 1;
  if (source && task === 'INPAINT') return { ...source, steps, count };
  const factor = input.factor ?? 2;
  if (source && task === 'UPSCALE')
    return { width: source.width * factor, height: source.height * factor, steps, count };
  const own = source ? fitted(source, { limits, plan }) : defaults;
  return { width: input.width ?? own.width, height: input.height ?? own.height, steps, count };
}

/** What no plan can do with this model. */
export function refuseWork(
  work: Work,
  { limits, ignoresSteps = false }: Model,
  task: ImageTask = 'TEXT_TO_IMAGE',
): Refusal | undefined {
  const { sidePixelsStep: step, stepsMin, stepsMax } = limits;
  const isEdited = task === 'UPSCALE' || task === 'INPAINT';
  const min = isEdited ? EDITED_SIDE_PIXELS_MIN : limits.sidePixelsMin;
  const max = task === 'UPSCALE' ? limits.upscaledSidePixelsMax : limits.sidePixelsMax;
  for (const side of ['width', 'height'] as const) {
    if (!isWithin(work[side], min, max)) return invalid(side, 'size.range', { min, max });
    if (!isEdited && work[side] % step !== 0) return invalid(side, 'size.step', { step });
  }
  if (!ignoresSteps && !isWithin(work.steps, stepsMin, stepsMax))
    return invalid('steps', 'steps.range', { min: stepsMin, max: stepsMax });
  return undefined;
}

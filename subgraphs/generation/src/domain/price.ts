import type { ImageTask } from './model.ts';

/** What decides the work of a job. Sides of the result in pixels. */
export interface Work {
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  /** How many pictures it makes; 1 when absent. */
  readonly count?: number;
}

export interface Price {
  readonly credits: number;
  /** Expected work, in milliseconds of one engine. */
  readonly estimatedMs: number;
}

/** A credit buys four million pixel steps: 512 × 512 in 20 steps is 5.24 million, so 2 credits. */
const PIXEL_STEPS_PER_CREDIT = 4_000_000;
/** What Sketch takes on one core of the machine that docs/performance.md names, with other work beside it. */
const PIXEL_STEPS_PER_MS = 3_500;
const OVERHEAD_MS = 300;

/** An enlargement is one pass over the pixels and their encoding: as dear as four steps. */
export const UPSCALE_STEPS = 4;

/** The steps that are worked and paid for. */
export const stepsOf = (task: ImageTask, steps: number): number => (task === 'UPSCALE' ? UPSCALE_STEPS : steps);

/** The one rule of what a job costs; quotes and charges both come from here. Each picture costs at least one credit. */
export function priceOf({ width, height, steps, count = 1 }: Work): Price {
  const pixelSteps = width * height * steps;
  return {
    credits: count * Math.max(1, Math.ceil(pixelSteps / PIXEL_STEPS_PER_CREDIT)),
    estimatedMs: count * (OVERHEAD_MS + Math.ceil(pixelSteps / PIXEL_STEPS_PER_MS)),
  };
}

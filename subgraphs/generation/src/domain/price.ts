/** What decides the work of a picture. Sides in pixels. */
export interface Work {
  readonly width: number;
  readonly height: number;
  readonly steps: number;
}

export interface Price {
  readonly credits: number;
  /** Expected work, in milliseconds of one engine. */
  readonly estimatedMs: number;
}

/** A credit buys four million pixel steps: 512 × 512 in 20 steps is 5.24 million, so 2 credits. */
const PIXEL_STEPS_PER_CREDIT = 4_000_000;
/** What Sketch takes on one core of the machine that docs/performance.md names. */
const PIXEL_STEPS_PER_MS = 3_500;
const OVERHEAD_MS = 300;

/** The one rule of what a picture costs; quotes and charges both come from here. At least one credit. */
export function priceOf({ width, height, steps }: Work): Price {
  const pixelSteps = width * height * steps;
  return {
    credits: Math.max(1, Math.ceil(pixelSteps / PIXEL_STEPS_PER_CREDIT)),
    estimatedMs: OVERHEAD_MS + Math.ceil(pixelSteps / PIXEL_STEPS_PER_MS),
  };
}

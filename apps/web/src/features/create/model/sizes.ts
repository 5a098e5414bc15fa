/** The shapes on offer. The long side is the model's limit at most; both sides are multiples of the model's step. */
export type Shape = 'square' | 'portrait' | 'landscape' | 'wide';

export interface SizeChoice {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
}

const SHAPES: readonly SizeChoice[] = [
  { shape: 'square', width: 512, height: 512 },
  { shape: 'portrait', width: 512, height: 680 },
  { shape: 'landscape', width: 680, height: 512 },
  { shape: 'wide', width: 768, height: 432 },
];

export interface SideLimits {
  readonly sidePixelsMin: number;
  readonly sidePixelsMax: number;
  readonly sidePixelsStep: number;
}

/** The sizes a model can paint, each brought into its limits with its shape kept as near as its step allows. */
export function sizeChoices(limits: SideLimits | null): readonly SizeChoice[] {
  if (limits === null) return SHAPES;
  return SHAPES.map(({ shape, width, height }) => {
    const scale = Math.min(1, limits.sidePixelsMax / Math.max(width, height));
    return { shape, width: fit(width * scale, limits), height: fit(height * scale, limits) };
  });
}

function fit(side: number, { sidePixelsMin, sidePixelsMax, sidePixelsStep }: SideLimits): number {
  const stepped = Math.floor(side / sidePixelsStep) * sidePixelsStep;
  return Math.min(sidePixelsMax, Math.max(sidePixelsMin, stepped));
}

/** The choice a size belongs to: the very one, else the nearest shape; so that settings of an older picture find their tile. */
export function shapeOf(
  size: { readonly width: number; readonly height: number },
  choices: readonly SizeChoice[],
): Shape | 'other' {
  return choices.find((choice) => choice.width === size.width && choice.height === size.height)?.shape ?? 'other';
}

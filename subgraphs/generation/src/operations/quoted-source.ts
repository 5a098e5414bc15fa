import { SOURCE_PIXELS_MAX } from '@modu/engine-image';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { invalid, isWithin } from '../domain/request.ts';
import type { Size } from '../domain/size.ts';

export interface QuotedSourceInput {
  readonly sourceWidth?: number | null;
  readonly sourceHeight?: number | null;
}

/** The sides of the picture that a price is asked for; undefined where none is meant. */
export function sourceOf({ sourceWidth, sourceHeight }: QuotedSourceInput): Size | Refusal | undefined {
  const [width, height] = [sourceWidth ?? null, sourceHeight ?? null];
  if (width === null && height === null) return undefined;
  if (width === null || !isWithin(width, 1, SOURCE_PIXELS_MAX)) return invalid('sourceWidth', 'source.sides');
  if (height === null || !isWithin(height, 1, SOURCE_PIXELS_MAX)) return invalid('sourceHeight', 'source.sides');
  if (width * height <= SOURCE_PIXELS_MAX) return { width, height };
  return refuse('TOO_LARGE', 'source.tooLarge', { path: ['input', 'sourceWidth'], params: { max: SOURCE_PIXELS_MAX } });
}

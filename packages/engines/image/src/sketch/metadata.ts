import type { ImageRequest } from '../contract.ts';
import { SOFTWARE } from './encode.ts';
import { SKETCH_MODEL, SKETCH_VERSION } from './model.ts';
import type { Picture } from './picture.ts';

/** What is told about a finished picture: who made it, from what, and which words were understood. JSON values only. */
export function metadataOf(request: ImageRequest, picture: Picture, elapsedMs: number): Record<string, unknown> {
  const { reading, plan, styleId } = picture;
  return {
    engine: 'sketch',
    model: SKETCH_MODEL.id,
    version: SKETCH_VERSION,
    software: SOFTWARE,
    neural: false,
    seed: request.seed,
    steps: request.steps,
    width: request.width,
    height: request.height,
    scene: plan.kind,
    style: styleId,
    understood: reading.understood,
    leftOut: reading.refused,
    unknownWords: reading.unknown,
    elapsedMs: Math.round(elapsedMs),
  };
}

import type { ImageRequest } from '../contract.ts';
import { SOFTWARE } from './encode.ts';
import { SKETCH_MODEL, SKETCH_VERSION } from './model.ts';
import type { Work } from './work.ts';

/** What is told about a finished picture: who made it, from what, and which words were understood. JSON values only. */
export function metadataOf(request: ImageRequest, { story }: Work, elapsedMs: number): Record<string, unknown> {
  return {
    engine: 'sketch',
    model: SKETCH_MODEL.id,
    version: SKETCH_VERSION,
    software: SOFTWARE,
    neural: false,
    task: request.task,
    seed: request.seed,
    steps: request.steps,
    width: request.width,
    height: request.height,
    ...story,
    elapsedMs: Math.round(elapsedMs),
  };
}

import type { EngineModel, ImageTask } from '../contract.ts';

interface NeuralModel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tasks: ImageTask[];
  /** The side it was trained for, in pixels. */
  readonly side: number;
  readonly steps: number;
  readonly guidance?: number;
  readonly sideMultiplePixels?: number;
}

/** A large model is loaded from a disk first. */
const RUN_TIMEOUT_MS = 5 * 60_000;
/** Others order there too. */
const WAIT_TIMEOUT_MS = 15 * 60_000;

/** The card of a model elsewhere, with the limits that all of them share. */
export function neuralModel({ side, steps, guidance, sideMultiplePixels = 8, ...card }: NeuralModel): EngineModel {
  return {
    ...card,
    neural: true,
    defaults: { width: side, height: side, steps, ...(guidance === undefined ? {} : { guidance }) },
    limits: {
      sidePixelsMin: 256,
      sidePixelsMax: Math.max(1536, side),
      sideMultiplePixels,
      stepsMin: 1,
      stepsMax: 100,
      promptCharsMax: 2000,
      negativePromptCharsMax: 2000,
      upscaledSidePixelsMax: 4096,
    },
    runTimeoutMs: RUN_TIMEOUT_MS,
    waitTimeoutMs: WAIT_TIMEOUT_MS,
  };
}

/** A name as part of an id: the same on every backend that has the model. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/\.(safetensors|ckpt|gguf|sft|pt)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'model';
}

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
  readonly joinsNegativePrompt?: boolean;
  readonly ignoresNegativePrompt?: boolean;
  readonly ignoresSteps?: boolean;
}

/** A large model is loaded from a disk first, and others order there too. */
export const NEURAL_TIMEOUTS = { runTimeoutMs: 5 * 60_000, waitTimeoutMs: 15 * 60_000 } as const;

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
    ...NEURAL_TIMEOUTS,
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

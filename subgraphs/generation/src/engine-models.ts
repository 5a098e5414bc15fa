import type { ImageEngine } from '@modu/engine-image';
import type { Model } from './domain/model.ts';

/** What an engine says of itself, without the engine. */
export type EngineCard = Pick<ImageEngine, 'name' | 'models'>;

/** The models of an engine as people choose them. */
export function listEngineModels(engine: EngineCard): Model[] {
  return engine.models().map(({ id, name, description, neural, tasks, defaults, limits }) => ({
    id,
    name,
    engineName: engine.name,
    neural,
    description,
    tasks,
    available: true,
    minimumTier: 'FREE',
    defaults: { width: defaults.width, height: defaults.height, steps: defaults.steps },
    limits: {
      sidePixelsMin: limits.sidePixelsMin,
      sidePixelsMax: limits.sidePixelsMax,
      sidePixelsStep: limits.sideMultiplePixels,
      stepsMin: limits.stepsMin,
      stepsMax: limits.stepsMax,
      upscaledSidePixelsMax: limits.upscaledSidePixelsMax ?? limits.sidePixelsMax,
      promptCharactersMax: Math.min(limits.promptCharsMax, limits.negativePromptCharsMax),
    },
  }));
}

import type { ImageEngine, ModelState } from '@modu/engine-image';
import type { Model } from './domain/model.ts';

/** What an engine says of itself, without the engine. */
export type EngineCard = Pick<ImageEngine, 'name' | 'models'>;

/** A model as people choose it. */
function toModel({ model, engineName, available }: ModelState): Model {
  const { id, name, description, neural, tasks, defaults, limits, joinsNegativePrompt = false } = model;
  return {
    ...{ id, name, engineName, neural, description, tasks, available, minimumTier: 'FREE', joinsNegativePrompt },
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
  };
}

/** The models of all engines, as people choose them. */
export const listModels = (states: readonly ModelState[]): Model[] => states.map(toModel);

/** The models of one engine that is there. */
export const listEngineModels = (engine: EngineCard): Model[] =>
  listModels(engine.models().map((model) => ({ model, engineName: engine.name, available: true })));

import type { ImageEngine, ModelState } from '@modu/engine-image';
import type { Model, Tier } from './domain/model.ts';

/** What an engine says of itself, without the engine. */
export type EngineCard = Pick<ImageEngine, 'name' | 'models'>;

/** A model as people choose it. */
function toModel({ model, engineName, available }: ModelState, minimumTier: Tier): Model {
  const { id, name, description, neural, tasks, defaults, limits } = model;
  const { joinsNegativePrompt = false, ignoresNegativePrompt = false, ignoresSteps = false } = model;
  return {
    ...{ id, name, engineName, neural, description, tasks, available, minimumTier },
    ...{ joinsNegativePrompt, ignoresNegativePrompt, ignoresSteps },
    defaults: { width: defaults.width, height: defaults.height, steps: defaults.steps },
    limits: {
      sidePixelsMin: limits.sidePixelsMin,
      sidePixelsMax: limits.sidePixelsMax,
      sidePixelsStep: limits.sideMultiplePixels,
      stepsMin: ignoresSteps ? defaults.steps : limits.stepsMin,
      stepsMax: ignoresSteps ? defaults.steps : limits.stepsMax,
      upscaledSidePixelsMax: limits.upscaledSidePixelsMax ?? limits.sidePixelsMax,
      promptCharactersMax: Math.min(limits.promptCharsMax, limits.negativePromptCharsMax),
    },
  };
}

interface Offer {
  /** The models of the engine that is built in: open to all, since they cost nobody else's money. */
  readonly builtInIds?: ReadonlySet<string>;
  /** From which plan on the others may be used. */
  readonly minimumTier?: Tier;
}

/** The models of all engines, as people choose them. */
export const listModels = (
  states: readonly ModelState[],
  { builtInIds = new Set(), minimumTier = 'FREE' }: Offer = {},
): Model[] => states.map((state) => toModel(state, builtInIds.has(state.model.id) ? 'FREE' : minimumTier));

/** The models of one engine that is there. */
export const listEngineModels = (engine: EngineCard): Model[] =>
  listModels(engine.models().map((model) => ({ model, engineName: engine.name, available: true })));

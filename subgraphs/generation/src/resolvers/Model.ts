import type { GenerationContext } from '../context.ts';
import type { Model as ModelOf } from '../domain/model.ts';
import { engineLabel } from '../messages.ts';
import { findModel } from '../operations/atelier.ts';

export const Model = {
  __resolveReference: ({ id }: { id: string }, { atelier }: GenerationContext) => findModel(atelier, id) ?? null,
  readsNegativePrompt: ({ ignoresNegativePrompt }: ModelOf) => !ignoresNegativePrompt,
  engine: (model: ModelOf, _: unknown, { viewer }: GenerationContext) => engineLabel(model, viewer.locale),
};

import {
  createComfyEngine,
  createEngineRouter,
  createInvokeEngine,
  createOpenaiEngine,
  EngineError,
} from '@modu/engine-image';
import type { EngineRouter, ImageEngine } from '@modu/engine-image';
import type { EngineCard } from './engine-models.ts';
import type { EngineSettings } from './settings.ts';

function openBackend(
  { kind, url }: NonNullable<EngineSettings['GENERATION_ENGINES']>[number],
  settings: EngineSettings,
): ImageEngine {
  if (kind === 'comfyui') return createComfyEngine({ baseUrl: url });
  if (kind === 'invokeai') return createInvokeEngine({ baseUrl: url, token: settings.GENERATION_INVOKEAI_TOKEN });
  return createOpenaiEngine({
    ...{ baseUrl: url, key: settings.GENERATION_OPENAI_KEY },
    models: settings.GENERATION_OPENAI_MODELS?.split(',').map((id) => id.trim()),
  });
}

/** All engines of this studio as one: the built-in one first, then those that the settings name. */
export function openEngineRoom(builtIn: ImageEngine, settings: EngineSettings): EngineRouter {
  const elsewhere = (settings.GENERATION_ENGINES ?? []).map((backend) => openBackend(backend, settings));
  const room = createEngineRouter({ backends: [builtIn, ...elsewhere], refreshMs: elsewhere.length > 0 ? 10_000 : 0 });
  if (elsewhere.length > 0) void room.refresh();
  return room;
}

/** An engine of which only the card is known: it is run elsewhere. */
export function cardOnly({ name, models }: EngineCard): ImageEngine {
  const refused = () => Promise.reject(new EngineError('CLOSED', 'Pictures are made by the workers.'));
  return { id: 'card', name, models, run: refused, close: () => Promise.resolve() };
}

import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { createAssetsClient, createBillingClient, createJobsClient } from '@modu/paid-work';
import { createSubgraphServer } from '@modu/subgraph';
import type { GenerationContext } from './context.ts';
import { listModels } from './engine-models.ts';
import type { EngineCard } from './engine-models.ts';
import { cardOnly, openEngineRoom } from './engine-room.ts';
import { createMeasurePicture } from './operations/measure-picture.ts';
import { resolvers } from './resolvers/index.ts';
import { generationSettings } from './settings.ts';
import type { GenerationSettings } from './settings.ts';
import { createGalleryClient } from './store/gallery-client.ts';
import { createModerator, openDoor } from './store/moderator.ts';
import type { Moderator } from './store/moderator.ts';

function moderatorOf({
  GENERATION_MODERATION_URL: url,
  GENERATION_MODERATION_KEY: key,
}: GenerationSettings): Moderator {
  return url ? createModerator({ url, key }) : openDoor;
}

/** The graph of generation: models, quotes, and the making of jobs. It knows the engine by its card alone. */
export const defineGeneration = (engine: EngineCard) =>
  defineModule({
    name: 'generation',
    settings: generationSettings,
    needs: ['jobs', 'billing', 'assets', 'gallery'],
    start: async (settings, { identity, logger, network }) => {
      const caller = createServiceCaller({ service: 'generation', network, identity });
      const room = openEngineRoom(cardOnly(engine), settings);
      const offer = {
        builtInIds: new Set(engine.models().map(({ id }) => id)),
        minimumTier: settings.GENERATION_ENGINES_MINIMUM_TIER,
      };
      const atelier = {
        models: () => listModels(room.states(), offer),
        billing: createBillingClient(caller),
        jobs: createJobsClient(caller),
        assets: createAssetsClient(caller),
        gallery: createGalleryClient(caller),
        moderator: moderatorOf(settings),
        measurePicture: createMeasurePicture(),
      };
      const service = await createSubgraphServer<GenerationContext>({
        name: 'generation',
        schemaFile: new URL('../schema.graphql', import.meta.url),
        resolvers,
        identity,
        logger,
        createContext: (base) => ({ ...base, atelier }),
      });
      const stop = async () => {
        await service.stop();
        await room.close();
      };
      return { service, stop };
    },
  });

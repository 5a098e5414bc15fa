import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { createSubgraphServer } from '@modu/subgraph';
import type { GenerationContext } from './context.ts';
import { listEngineModels } from './engine-models.ts';
import type { EngineCard } from './engine-models.ts';
import { resolvers } from './resolvers/index.ts';
import { generationSettings } from './settings.ts';
import type { GenerationSettings } from './settings.ts';
import { createAssetsClient } from './store/assets-client.ts';
import { createBillingClient } from './store/billing-client.ts';
import { createGalleryClient } from './store/gallery-client.ts';
import { createJobsClient } from './store/jobs-client.ts';
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
      const atelier = {
        models: () => listEngineModels(engine),
        billing: createBillingClient(caller),
        jobs: createJobsClient(caller),
        assets: createAssetsClient(caller),
        gallery: createGalleryClient(caller),
        moderator: moderatorOf(settings),
      };
      const service = await createSubgraphServer<GenerationContext>({
        name: 'generation',
        schemaFile: new URL('../schema.graphql', import.meta.url),
        resolvers,
        identity,
        logger,
        createContext: (base) => ({ ...base, atelier }),
      });
      return { service, stop: () => service.stop() };
    },
  });

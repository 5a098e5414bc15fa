import { defineModule } from '@modu/module';
import { createSubgraphServer } from '@modu/subgraph';
import { createBillingContext } from './context.ts';
import { openDesk } from './open-desk.ts';
import { resolvers } from './resolvers/index.ts';
import { billingSettings } from './settings.ts';
import { startHoldSweep } from './tasks/sweep-expired-holds.ts';
import { answerWebhook } from './webhook-endpoint.ts';

/** Credits and plans: accounts, holds and the ledger behind them; subscriptions and the webhooks that tell of them. */
export const billing = defineModule({
  name: 'billing',
  settings: billingSettings,
  needs: [],
  start: async (settings, platform) => {
    const { logger, identity } = platform;
    const desk = await openDesk(settings, platform, { module: 'billing', supervise: false });
    const server = await createSubgraphServer({
      name: 'billing',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity,
      logger,
      createContext: (base) => createBillingContext(base, desk, desk.store.history),
    });
    const sweep = startHoldSweep(desk.ledger, { logger });
    return {
      service: { ...server, fetch: async (request) => (await answerWebhook(desk, request)) ?? server.fetch(request) },
      metrics: desk.metrics,
      ready: async () => {
        await desk.store.ping();
        return { ready: true };
      },
      stop: async () => {
        await sweep.stop();
        await server.stop();
        await desk.close();
      },
    };
  },
});

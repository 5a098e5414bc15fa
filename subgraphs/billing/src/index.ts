import { defineModule } from '@modu/module';
import { createSubgraphServer } from '@modu/subgraph';
import { createBillingContext } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import { billingSettings } from './settings.ts';
import { openBillingStore } from './store/database.ts';
import { startHoldSweep } from './tasks/sweep-expired-holds.ts';

/** Credits: accounts, holds and the ledger behind them. */
export const billing = defineModule({
  name: 'billing',
  settings: billingSettings,
  needs: [],
  start: async ({ BILLING_DATABASE_URL: url }, { logger, identity }) => {
    const store = await openBillingStore({ url, logger });
    const server = await createSubgraphServer({
      name: 'billing',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity,
      logger,
      createContext: (base) => createBillingContext(base, store),
    });
    const sweep = startHoldSweep(store.ledger, { logger });
    return {
      service: server,
      ready: async () => {
        await store.ping();
        return { ready: true };
      },
      stop: async () => {
        await sweep.stop();
        await server.stop();
        await store.close();
      },
    };
  },
});

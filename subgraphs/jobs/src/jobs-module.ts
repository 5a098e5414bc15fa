import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { createSubgraphServer } from '@modu/subgraph';
import { createJobsContext } from './context.ts';
import { createJobHub } from './live/job-hub.ts';
import { openDesk } from './open-desk.ts';
import { queueMetrics } from './operations/queue-metrics.ts';
import { resolvers } from './resolvers/index.ts';
import { jobsSettings } from './settings.ts';
import { createBillingClient } from './store/billing-client.ts';

/** The graph of jobs. */
export const jobs = defineModule({
  name: 'jobs',
  settings: jobsSettings,
  needs: [],
  start: async ({ JOBS_DATABASE_URL, TASKS_PACE: timings, JOBS_COLD_START_MS: coldStartMs }, platform) => {
    const { bus, identity, logger, network } = platform;
    const opened = { databaseUrl: JOBS_DATABASE_URL, supervise: false, timings, coldStartMs };
    const desk = await openDesk(opened, platform);
    const { listByIds, listChanged, listLive } = desk.database.reads;
    const sources = { listByIds, listChanged, listLive, readPlaces: desk.forecaster.places };
    const hub = await createJobHub({ bus, logger, sources });
    // Asked only when somebody retries a job or looks at their limits: billing need not be there for jobs to start.
    const billing = createBillingClient(createServiceCaller({ service: 'jobs', network, identity }));
    const service = await createSubgraphServer({
      name: 'jobs',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity,
      logger,
      createContext: createJobsContext({ desk, hub, billing }),
    });
    return {
      service,
      metrics: queueMetrics(desk),
      ready: async () => {
        await desk.database.ping();
        return { ready: true };
      },
      stop: async () => {
        await hub.close();
        await service.stop();
        await desk.close();
      },
    };
  },
});

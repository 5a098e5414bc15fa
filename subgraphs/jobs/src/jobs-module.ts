import { defineModule } from '@modu/module';
import { createSubgraphServer } from '@modu/subgraph';
import { createJobsContext } from './context.ts';
import { createJobHub } from './live/job-hub.ts';
import { openDesk } from './open-desk.ts';
import { resolvers } from './resolvers/index.ts';
import { jobsSettings } from './settings.ts';
import { readPlaces } from './store/queue-reads.ts';

/** The graph of jobs. */
export const jobs = defineModule({
  name: 'jobs',
  settings: jobsSettings,
  needs: [],
  start: async ({ JOBS_DATABASE_URL, TASKS_PACE: timings }, platform) => {
    const { bus, identity, logger } = platform;
    const desk = await openDesk({ databaseUrl: JOBS_DATABASE_URL, supervise: false, timings }, platform);
    const { reads, pool } = desk.database;
    const hub = await createJobHub({
      bus,
      logger,
      sources: { listByIds: reads.listByIds, listLive: reads.listLive, readPlaces: (ids) => readPlaces(pool, ids) },
    });
    const service = await createSubgraphServer({
      name: 'jobs',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity,
      logger,
      createContext: createJobsContext({ desk, hub }),
    });
    return {
      service,
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

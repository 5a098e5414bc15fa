import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { keepRounds } from '@modu/rounds';
import type { Round } from '@modu/rounds';
import { startWorker } from '@modu/tasks';
import { openDesk } from './open-desk.ts';
import { abandonLostJobs } from './operations/abandon-lost-jobs.ts';
import { releaseForgottenHolds } from './operations/release-forgotten-holds.ts';
import { renewHolds } from './operations/renew-holds.ts';
import { jobsSettings } from './settings.ts';
import { createBillingClient } from './store/billing-client.ts';
import { followDepartures } from './tasks/follow-departures.ts';
import { followTerms, termsConsumer } from './tasks/follow-terms.ts';
import { holdConsumers } from './tasks/hold-consumers.ts';

const RENEW_EVERY_MS = 60_000;
const TIDY_EVERY_MS = 600_000;
const DRAIN_TIMEOUT_MS = 5_000;

/** Keeps holds in step with jobs, and ends the jobs whose task has died. Any number of these may run. */
export const jobsTasks = defineModule({
  name: 'jobs-tasks',
  settings: jobsSettings,
  needs: ['jobs', 'billing'],
  start: async ({ JOBS_DATABASE_URL, TASKS_PACE: timings, JOBS_COLD_START_MS: coldStartMs }, platform) => {
    const { logger, network, identity, bus } = platform;
    const desk = await openDesk({ databaseUrl: JOBS_DATABASE_URL, supervise: true, timings, coldStartMs }, platform);
    const caller = createServiceCaller({ service: 'jobs', network, identity });
    const billing = createBillingClient(caller);
    const worker = await startWorker({
      queue: desk.queue,
      databaseUrl: JOBS_DATABASE_URL,
      consumers: [...holdConsumers(desk, billing), termsConsumer(desk, billing)],
      logger,
    });
    const departures = await followDepartures(desk, { caller, bus, logger });
    const terms = await followTerms(desk, { billing, caller, bus, logger });
    const tidy = async () => {
      await desk.queue.forgetIdle();
      await releaseForgottenHolds(desk, billing);
    };
    const every = (everyMs: number, name: string, round: Round) =>
      keepRounds(round, { name, logger, everyMs, firstMs: everyMs });
    const loops = [
      every(RENEW_EVERY_MS, 'renewing holds', async () => void (await renewHolds(desk, billing))),
      every(timings.leaseSeconds * 1_000, 'ending lost jobs', async () => {
        await abandonLostJobs(desk, billing, timings);
      }),
      every(TIDY_EVERY_MS, 'tidying the queue', tidy),
    ];
    return {
      ready: async () => {
        await desk.database.ping();
        return { ready: true };
      },
      stop: async () => {
        await Promise.all([departures.stop(), terms.stop()]);
        await Promise.all([...loops.map((loop) => loop.stop()), worker.drain({ timeoutMs: DRAIN_TIMEOUT_MS })]);
        await desk.close();
      },
    };
  },
});

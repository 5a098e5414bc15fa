import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { startWorker } from '@modu/tasks';
import { openDesk } from './open-desk.ts';
import { abandonLostJobs } from './operations/abandon-lost-jobs.ts';
import { releaseForgottenHolds } from './operations/release-forgotten-holds.ts';
import { renewHolds } from './operations/renew-holds.ts';
import { every } from './schedule/every.ts';
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
    const stopRenewing = every(RENEW_EVERY_MS, async () => void (await renewHolds(desk, billing)), logger);
    const stopLooking = every(
      timings.leaseSeconds * 1_000,
      async () => void (await abandonLostJobs(desk, billing, timings)),
      logger,
    );
    const tidy = async () => {
      await desk.queue.forgetIdle();
      await releaseForgottenHolds(desk, billing);
    };
    const stopTidying = every(TIDY_EVERY_MS, tidy, logger);
    return {
      ready: async () => {
        await desk.database.ping();
        return { ready: true };
      },
      stop: async () => {
        await Promise.all([departures.stop(), terms.stop()]);
        await Promise.all([
          stopRenewing(),
          stopLooking(),
          stopTidying(),
          worker.drain({ timeoutMs: DRAIN_TIMEOUT_MS }),
        ]);
        await desk.close();
      },
    };
  },
});

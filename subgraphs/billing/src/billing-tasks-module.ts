import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { doEach } from '@modu/rounds';
import { defineConsumer, startScheduler, startWorker } from '@modu/tasks';
import { advanceTask, dailyTask, processWebhookTask, warnStorageTask } from './contracts.ts';
import { countDeadTasks } from './dead-tasks.ts';
import { openDesk } from './open-desk.ts';
import { advanceStandings } from './operations/advance-standings.ts';
import { processWebhook } from './operations/process-webhook.ts';
import { pruneOldWebhooks } from './operations/prune-webhooks.ts';
import { reconcilePayments } from './operations/reconcile-payments.ts';
import { takeUpWebhooks } from './operations/take-up-webhooks.ts';
import { warnStorage } from './operations/warn-storage.ts';
import { billingSettings } from './settings.ts';
import { createStorageClient } from './store/storage-client.ts';
import { followDepartures } from './tasks/follow-departures.ts';

const DRAIN_TIMEOUT_MS = 5_000;
const WEBHOOKS_AT_ONCE = 4;

/** Acts on webhooks, and does what the calendar brings. Any number of these may run. */
export const billingTasks = defineModule({
  name: 'billing-tasks',
  settings: billingSettings,
  needs: ['billing'],
  start: async (settings, platform) => {
    const { logger, bus, network, identity } = platform;
    const { BILLING_DATABASE_URL: databaseUrl } = settings;
    const desk = await openDesk(settings, platform, { module: 'billing-tasks', supervise: true });
    const caller = createServiceCaller({ service: 'billing', network, identity });
    const storage = createStorageClient(caller);
    const daily = async () => {
      const parts = {
        ...{ again: takeUpWebhooks, facts: reconcilePayments, people: advanceStandings, pruned: pruneOldWebhooks },
      };
      const done: Record<string, number> = {};
      await doEach(Object.entries(parts), async ([name, part]) => {
        done[name] = await part(desk);
      });
      logger.info(done, 'the day’s billing is done');
    };
    const consumers = [
      defineConsumer({
        task: processWebhookTask,
        slots: WEBHOOKS_AT_ONCE,
        run: ({ webhookId }) => processWebhook(desk, webhookId),
      }),
      defineConsumer({
        task: warnStorageTask,
        slots: 1,
        run: async ({ userId }) => void (await warnStorage({ ledger: desk.ledger, storage }, userId)),
      }),
      defineConsumer({ task: dailyTask, slots: 1, run: daily }),
      defineConsumer({ task: advanceTask, slots: 1, run: async () => void (await advanceStandings(desk)) }),
    ];
    const worker = await startWorker({ queue: desk.queue, databaseUrl, consumers, logger });
    const scheduler = await startScheduler({
      databaseUrl,
      logger,
      schedules: [
        { task: dailyTask, cron: '10 0 * * *', input: {} },
        { task: advanceTask, cron: '*/5 * * * *', input: {} },
      ],
    });
    countDeadTasks(desk.metrics, desk.queue);
    const departures = await followDepartures(desk, { caller, bus, logger });
    return {
      metrics: desk.metrics,
      ready: async () => {
        await desk.store.ping();
        return { ready: true };
      },
      stop: async () => {
        await departures.stop();
        await scheduler.stop();
        await worker.drain({ timeoutMs: DRAIN_TIMEOUT_MS });
        await desk.close();
      },
    };
  },
});

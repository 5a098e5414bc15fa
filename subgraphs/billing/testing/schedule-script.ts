import { createLogger } from '@modu/logger';
import { createTaskQueue, defineConsumer, defineTask, startScheduler, startWorker } from '@modu/tasks';
import pg from 'pg';
import { z } from 'zod';

/** Stands for the daily work, at a moment that a test can wait for. */
export const scheduledTask = defineTask({
  name: 'test.scheduled',
  schema: z.object({}),
  retryDelaySeconds: 1,
  retryLimit: 5,
});

interface Orders {
  readonly url: string;
  readonly cron: string;
}

/** A process as `billing-tasks` is: it keeps the schedule and does what is due. Each run is written down. */
async function keepSchedule({ url, cron }: Orders): Promise<void> {
  const logger = createLogger({ level: 'silent' });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const queue = await createTaskQueue({ databaseUrl: url, logger });
  const run = async () => void (await pool.query('INSERT INTO scheduled_run (pid) VALUES ($1)', [process.pid]));
  const consumers = [defineConsumer({ task: scheduledTask, slots: 1, run })];
  await startWorker({ queue, databaseUrl: url, logger, consumers });
  const schedules = [{ task: scheduledTask, cron, input: {} }];
  await startScheduler({ databaseUrl: url, logger, everySeconds: 1, schedules });
  process.stdout.write('ready\n');
}

const [, , orders] = process.argv;
if (orders?.startsWith('{')) await keepSchedule(JSON.parse(orders) as Orders);

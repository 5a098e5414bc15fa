import { createLogger } from '@modu/logger';
import { z } from 'zod';
import { createTaskQueue, defineConsumer, defineTask, QUICK_TIMINGS, startWorker } from '../src/index.ts';

/** A worker in a process of its own, for tests that kill it: claims `testing.hang`, says so, and never ends. */
export const hangTask = defineTask({
  name: 'testing.hang',
  schema: z.object({ label: z.string() }),
  retryDelaySeconds: 0,
  inLines: true,
});

if (process.argv[1] === import.meta.filename) {
  const databaseUrl = process.argv[2] ?? '';
  const logger = createLogger({ level: 'silent' });
  const queue = await createTaskQueue({ databaseUrl, logger, supervise: true, timings: QUICK_TIMINGS });
  const run = async () => {
    process.stdout.write('claimed\n');
    await new Promise(() => undefined);
  };
  await startWorker({ queue, databaseUrl, logger, consumers: [defineConsumer({ task: hangTask, slots: 1, run })] });
  process.stdout.write('ready\n');
}

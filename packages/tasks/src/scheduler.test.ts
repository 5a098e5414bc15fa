import { randomUUID } from 'node:crypto';
import { createLogger } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTaskQueue, defineConsumer, defineTask, startScheduler, startWorker } from './index.ts';
import type { TaskQueue } from './index.ts';

const logger = createLogger({ level: 'silent' });
let database: Awaited<ReturnType<typeof testDatabase>>;
let queue: TaskQueue;

beforeAll(async () => {
  database = await testDatabase('scheduler');
  queue = await createTaskQueue({ databaseUrl: database.url, logger });
});

afterAll(async () => {
  await queue.close();
  await database.drop();
});

describe('a schedule', () => {
  it('is kept once, however many processes declare it and start anew', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema: z.object({ what: z.string() }) });
    const schedules = [{ task, cron: '10 0 * * *', input: { what: 'the day' } }];
    const open = () => startScheduler({ databaseUrl: database.url, logger, schedules });
    const schedulers = await Promise.all([open(), open()]);
    await (await open()).stop();

    const kept = await queue.boss.getSchedules(task.name);
    expect(kept).toMatchObject([{ name: task.name, cron: '10 0 * * *', timezone: 'UTC' }]);
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
  });

  it(
    'makes one task of a moment that two schedulers see, and its worker gets the input',
    { timeout: 120_000 },
    async () => {
      const task = defineTask({ name: `test.${randomUUID()}`, schema: z.object({ what: z.string() }) });
      const soon = new Date(Date.now() + 5_000);
      const cron = `${soon.getUTCSeconds()} ${soon.getUTCMinutes()} ${soon.getUTCHours()} * * *`;
      const open = () =>
        startScheduler({
          databaseUrl: database.url,
          logger,
          everySeconds: 1,
          schedules: [{ task, cron, input: { what: 'now' } }],
        });
      const schedulers = await Promise.all([open(), open()]);
      const runs: string[] = [];
      const consumer = defineConsumer({ task, slots: 2, run: async ({ what }) => void runs.push(what) });
      const worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers: [consumer] });

      await vi.waitFor(() => expect(runs).toEqual(['now']), { timeout: 100_000, interval: 500 });
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect(runs).toEqual(['now']);
      await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
      await worker.drain({ timeoutMs: 1_000 });
    },
  );
});

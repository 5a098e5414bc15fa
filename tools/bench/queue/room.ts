import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger } from '@modu/logger';
import { createTaskQueue, defineConsumer, defineTask, startWorker } from '@modu/tasks';
import type { TaskQueue } from '@modu/tasks';
import { z } from 'zod';

const logger = createLogger({ level: 'error' });
const schema = z.object({ n: z.int() });
const PEOPLE = 50;
const BATCH = 500;

const newTask = () => defineTask({ name: `bench.${randomUUID()}`, schema, inLines: true });
const lineOf = (n: number) => ({ ownerId: `person ${n % PEOPLE}`, tier: n % 5, slots: 100, costMs: 10 });

/** How long tasks wait in a room with free slots, when so many come each second. Milliseconds, one per task. */
export async function measureStarts(
  databaseUrl: string,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<number[]> {
  return inRoom(databaseUrl, async (queue) => {
    const task = newTask();
    const waits: number[] = [];
    const sentAt = new Map<number, number>();
    const run = async ({ n }: { n: number }) => void waits.push(performance.now() - (sentAt.get(n) ?? 0));
    const worker = await startWorker({
      ...{ queue, databaseUrl, logger },
      consumers: [defineConsumer({ task, slots: 20, run })],
    });
    const count = perSecond * seconds;
    const sends: Promise<unknown>[] = [];
    const startedAt = performance.now();
    for (let n = 0; n < count; n += 1) {
      await delay(Math.max(0, startedAt + (n * 1_000) / perSecond - performance.now()));
      sentAt.set(n, performance.now());
      sends.push(queue.enqueue(task, { n }, { line: lineOf(n) }));
    }
    await Promise.all(sends);
    while (waits.length < count) await delay(20);
    await worker.drain({ timeoutMs: 1_000 });
    return waits;
  });
}

/** How many trivial tasks, 500 of each person, a room gets done each second, all of them waiting when it opens. */
export async function measureThroughput(databaseUrl: string, count: number): Promise<number> {
  return inRoom(databaseUrl, async (queue) => {
    const task = newTask();
    for (let from = 0; from < count; from += BATCH) {
      const inputs = Array.from({ length: BATCH }, (_, n) => ({ n: from + n }));
      await queue.enqueueAll(task, inputs, { line: lineOf(from / BATCH) });
    }
    let done = 0;
    const run = async () => void (done += 1);
    const startedAt = performance.now();
    const worker = await startWorker({
      ...{ queue, databaseUrl, logger },
      consumers: [defineConsumer({ task, slots: 100, run })],
    });
    while (done < count) await delay(5);
    const perSecond = count / ((performance.now() - startedAt) / 1_000);
    await worker.drain({ timeoutMs: 5_000 });
    return perSecond;
  });
}

async function inRoom<T>(databaseUrl: string, work: (queue: TaskQueue) => Promise<T>): Promise<T> {
  const queue = await createTaskQueue({ databaseUrl, logger, supervise: true });
  return work(queue).finally(() => queue.close());
}

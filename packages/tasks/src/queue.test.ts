import { randomUUID } from 'node:crypto';
import { createLogger, runWithTrace } from '@modu/logger';
import { createPool, inTransaction } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTaskQueue, defineConsumer, defineTask, QUICK_TIMINGS, startWorker, TaskInputError } from './index.ts';
import type { RunContext, TaskQueue, Worker } from './index.ts';

const logger = createLogger({ level: 'silent' });
const schema = z.object({ label: z.string() });
const newTask = (options: Partial<Parameters<typeof defineTask>[0]> = {}) =>
  defineTask({ name: `test.${randomUUID()}`, schema, retryDelaySeconds: 0, ...options });

let database: Awaited<ReturnType<typeof testDatabase>>;
let pool: Pool;
let queue: TaskQueue;
const workers: Worker[] = [];

beforeAll(async () => {
  database = await testDatabase('tasks');
  queue = await createTaskQueue({ databaseUrl: database.url, logger, supervise: true, timings: QUICK_TIMINGS });
  pool = createPool({ url: database.url, applicationName: 'test' });
});

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.drain({ timeoutMs: 100 })));
  await queue.close();
  await pool.end();
  await database.drop();
});

type Run = (label: string, context: RunContext) => Promise<void>;

async function work(
  task: ReturnType<typeof newTask>,
  { slots = 4, run }: { slots?: number; run: Run },
): Promise<Worker> {
  const consumer = defineConsumer({
    task,
    slots,
    run: (input, context) => run((input as { label: string }).label, context),
  });
  const worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers: [consumer] });
  workers.push(worker);
  return worker;
}

describe('a task that is enqueued', () => {
  it('runs, under the trace of who asked for it', async () => {
    const task = newTask();
    const seen: unknown[] = [];
    await work(task, { run: async (label, { attempt, traceId }) => void seen.push({ label, attempt, traceId }) });

    await runWithTrace('c'.repeat(32), () => queue.enqueue(task, { label: 'hello' }));

    await vi.waitFor(() => expect(seen).toEqual([{ label: 'hello', attempt: 1, traceId: 'c'.repeat(32) }]));
  });

  it('does not exist before its transaction commits, and never did when it rolls back', async () => {
    const task = newTask();
    const seen: string[] = [];
    await work(task, { run: async (label) => void seen.push(label) });

    const rollback = inTransaction(pool, async (sql) => {
      await queue.enqueue(task, { label: 'rolled back' }, { sql });
      throw new Error('changed my mind');
    });
    await expect(rollback).rejects.toThrow('changed my mind');
    await inTransaction(pool, async (sql) => {
      await queue.enqueue(task, { label: 'committed' }, { sql });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(seen).toEqual([]);
    });

    await vi.waitFor(() => expect(seen).toEqual(['committed']));
  });

  it('is taken once per id, however often it is asked for', async () => {
    const task = newTask();
    const id = randomUUID();

    expect(await queue.enqueue(task, { label: 'first' }, { id })).toBe(id);
    expect(await queue.enqueue(task, { label: 'second' }, { id })).toBeUndefined();
  });

  it('waits for its time', async () => {
    const task = newTask();
    const seen: string[] = [];
    await queue.enqueue(task, { label: 'later' }, { startAfterMs: 600 });
    await queue.enqueue(task, { label: 'now' });
    await work(task, { slots: 1, run: async (label) => void seen.push(label) });

    await vi.waitFor(() => expect(seen).toEqual(['now', 'later']), { timeout: 5_000 });
  });

  it('is refused when it does not fit, and a place in a line where there is none', async () => {
    await expect(queue.enqueue(newTask(), { label: 7 } as never)).rejects.toBeInstanceOf(TaskInputError);
    const line = { ownerId: 'someone', tier: 0, slots: 1, costMs: 10 };
    await expect(queue.enqueue(newTask(), { label: 'x' }, { line })).rejects.toThrow('no line');
    const inLines = newTask({ inLines: true });
    await expect(queue.enqueue(inLines, { label: 'x' })).rejects.toThrow('a line');
    for (const wrong of [{ slots: 1_000 }, { tier: 5 }, { costMs: -1 }, { ownerId: '' }])
      await expect(queue.enqueue(inLines, { label: 'x' }, { line: { ...line, ...wrong } })).rejects.toBeInstanceOf(
        TaskInputError,
      );
  });
});

describe('a run that fails', () => {
  it('is repeated with a higher attempt until the limit, then kept as failed', async () => {
    const task = newTask({ retryLimit: 2 });
    const attempts: number[] = [];
    await work(task, {
      run: async (_label, { attempt }) => {
        attempts.push(attempt);
        throw new Error('not today');
      },
    });

    const id = (await queue.enqueue(task, { label: 'x' })) ?? '';

    await vi.waitFor(async () => expect((await queue.states(task, [id])).get(id)).toBe('FAILED'), { timeout: 10_000 });
    expect(attempts).toEqual([1, 2, 3]);
    await vi.waitFor(async () => expect((await queue.dead()).get(task.name)).toBe(1), { timeout: 10_000 });
  });
});

describe('a task that is canceled', () => {
  it('never runs while it waits; a run under way is aborted within a second', async () => {
    const task = newTask();
    const aborted: unknown[] = [];
    await work(task, {
      slots: 1,
      run: (label, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted.push(label, (signal.reason as { code: string }).code);
            reject(signal.reason as Error);
          });
        }),
    });
    const running = (await queue.enqueue(task, { label: 'running' })) ?? '';
    await vi.waitFor(async () => expect((await queue.states(task, [running])).get(running)).toBe('RUNNING'));
    const waiting = (await queue.enqueue(task, { label: 'waiting' })) ?? '';

    await queue.cancel(task, [waiting, running]);

    await vi.waitFor(() => expect(aborted).toEqual(['running', 'CANCELED']), { timeout: 10_000 });
    expect([...(await queue.states(task, [waiting, running])).values()]).toEqual(['CANCELED', 'CANCELED']);
  });
});

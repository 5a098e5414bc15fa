import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { createLogger } from '@modu/logger';
import { withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { hangTask } from '../testing/worker-process.ts';
import {
  createSlotPool,
  createTaskQueue,
  defineConsumer,
  defineTask,
  QUICK_TIMINGS,
  startWorker,
  TaskRetryError,
} from './index.ts';
import type { Task, TaskQueue, Worker } from './index.ts';

const logger = createLogger({ level: 'silent' });
const schema = z.object({ label: z.string() });
type Kind = Task<typeof schema>;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let database: Awaited<ReturnType<typeof testDatabase>>;
let queue: TaskQueue;

beforeAll(async () => {
  database = await testDatabase('workers');
  queue = await createTaskQueue({ databaseUrl: database.url, logger, supervise: true, timings: QUICK_TIMINGS });
});

afterAll(async () => {
  await queue.close();
  await database.drop();
});

const startHere = (consumer: Parameters<typeof defineConsumer>[0]): Promise<Worker> =>
  startWorker({ queue, databaseUrl: database.url, logger, consumers: [consumer] });

describe('tasks of several kinds in one worker', () => {
  it.each([true, false])('share its slots and take turns, in lines: %s', async (inLines) => {
    const [many, few] = [1, 2].map(() => defineTask({ name: `test.${randomUUID()}`, schema, inLines })) as [Kind, Kind];
    const pool = createSlotPool(2);
    const began: string[] = [];
    let [running, most] = [0, 0];
    const run = async (input: unknown) => {
      running += 1;
      most = Math.max(most, running);
      began.push((input as { label: string }).label);
      await pause(30);
      running -= 1;
    };
    const put = (task: Kind, label: string) => {
      const line = { ownerId: label, tier: 0, slots: 5, costMs: 30 };
      return queue.enqueue(task, { label }, inLines ? { line } : {});
    };
    for (let n = 0; n < 20; n += 1) await put(many, 'many');
    for (let n = 0; n < 3; n += 1) await put(few, 'few');

    const consumers = [many, few].map((task) => defineConsumer({ task, slots: 2, pool, run }));
    const worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers });
    await vi.waitFor(() => expect(began).toHaveLength(23), { timeout: 20_000 });
    // When nothing is left, either kind can have all of them again.
    for (let n = 0; n < 4; n += 1) await put(few, 'few');
    await vi.waitFor(() => expect(began).toHaveLength(27), { timeout: 20_000 });
    await worker.drain({ timeoutMs: 1_000 });

    expect(most).toBe(2);
    // The flood of one kind does not come before all of the other's, even where a busy machine lets the other begin late.
    expect(began.slice(0, 18).filter((label) => label === 'few')).toHaveLength(3);
  });
});

describe('one worker for several kinds', () => {
  it('gives its slots by tier, whatever kind those who wait for want', async () => {
    const [words, larger] = [1, 2].map(() => defineTask({ name: `test.${randomUUID()}`, schema, inLines: true })) as [
      Kind,
      Kind,
    ];
    const pool = createSlotPool(2);
    const began: string[] = [];
    const run = async (input: unknown) => {
      began.push((input as { label: string }).label);
      await pause(10);
    };
    for (let n = 0; n < 10; n += 1) {
      for (const [task, label, tier] of [
        [larger, 'free', 0],
        [words, 'enterprise', 4],
      ] as const)
        await queue.enqueue(task, { label }, { line: { ownerId: label, tier, slots: 5, costMs: 10 } });
    }

    const consumers = [larger, words].map((task) => defineConsumer({ task, slots: 2, pool, run }));
    const worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers });
    await vi.waitFor(() => expect(began).toHaveLength(20), { timeout: 20_000 });
    await worker.drain({ timeoutMs: 1_000 });

    expect(began.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'enterprise'));
  });
});

describe('two workers', () => {
  it('never run more of one person’s tasks than their bound, and keep others going', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, inLines: true });
    const running = new Map<string, number>();
    const most = new Map<string, number>();
    const order: string[] = [];
    const run = async (input: unknown) => {
      const { label } = input as { label: string };
      running.set(label, (running.get(label) ?? 0) + 1);
      most.set(label, Math.max(most.get(label) ?? 0, running.get(label) ?? 0));
      order.push(label);
      await pause(60);
      running.set(label, (running.get(label) ?? 0) - 1);
    };
    for (let n = 0; n < 12; n++)
      await queue.enqueue(task, { label: 'ada' }, { line: { ownerId: 'ada', tier: 0, slots: 2, costMs: 60 } });
    for (let n = 0; n < 3; n++)
      await queue.enqueue(task, { label: 'bo' }, { line: { ownerId: 'bo', tier: 0, slots: 1, costMs: 60 } });

    const workers = await Promise.all([1, 2].map(() => startHere(defineConsumer({ task, slots: 4, run }))));

    await vi.waitFor(() => expect(order).toHaveLength(15), { timeout: 20_000 });
    expect(Object.fromEntries(most)).toEqual({ ada: 2, bo: 1 });
    expect(order.slice(0, 4)).toContain('bo');
    await Promise.all(workers.map((worker) => worker.drain({ timeoutMs: 1_000 })));
  });
});

describe('a worker whose tasks end at once', () => {
  it('goes on to the next without waiting for the poll', async () => {
    const timings = { ...QUICK_TIMINGS, pollMs: 60_000 };
    const hasty = await createTaskQueue({ databaseUrl: database.url, logger, supervise: false, timings });
    const task = defineTask({ name: `test.${randomUUID()}`, schema });
    await hasty.enqueueAll(
      task,
      Array.from({ length: 400 }, (_, n) => ({ label: `task ${n}` })),
    );
    let done = 0;
    const run = async () => void (done += 1);

    const consumers = [defineConsumer({ task, slots: 10, run })];
    const worker = await startWorker({ queue: hasty, databaseUrl: database.url, logger, consumers });

    await vi.waitFor(() => expect(done).toBe(400), { timeout: 20_000 });
    await worker.drain({ timeoutMs: 1_000 });
    await hasty.close();
  });
});

describe('a worker that is drained', () => {
  it('finishes what runs, claims nothing more, and leaves the rest to others', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema });
    const ended: string[] = [];
    const run = async (input: unknown) => {
      await pause(300);
      ended.push((input as { label: string }).label);
    };
    const worker = await startHere(defineConsumer({ task, slots: 1, run }));
    await queue.enqueue(task, { label: 'first' });
    const second = (await queue.enqueue(task, { label: 'second' })) ?? '';
    await vi.waitFor(() => expect(worker.running()).toBe(1));

    await worker.drain({ timeoutMs: 5_000 });

    expect(ended).toEqual(['first']);
    expect((await queue.states(task, [second])).get(second)).toBe('WAITING');
  });

  it('hands back what does not end in time, and another worker runs it, though no retries are left', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, retryLimit: 0 });
    const attempts: number[] = [];
    const stubborn = await startHere(
      defineConsumer({
        task,
        slots: 1,
        run: (_, { signal }) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
      }),
    );
    await queue.enqueue(task, { label: 'long' });
    await vi.waitFor(() => expect(stubborn.running()).toBe(1));

    await stubborn.drain({ timeoutMs: 100 });
    const other = await startHere(
      defineConsumer({ task, slots: 1, run: async (_, { attempt }) => void attempts.push(attempt) }),
    );

    await vi.waitFor(() => expect(attempts).toEqual([2]));
    await other.drain({ timeoutMs: 1_000 });
  });
});

describe('a run that says when to try again', () => {
  const failing = (task: ReturnType<typeof defineTask>, failures: number, error: () => Error) => {
    const runs: { attempt: number; at: number }[] = [];
    const run = async (_: unknown, { attempt }: { attempt: number }) => {
      runs.push({ attempt, at: performance.now() });
      if (runs.length <= failures) throw await Promise.resolve(error());
    };
    return { runs, consumer: defineConsumer({ task, slots: 1, run }) };
  };

  it('and could not begin leaves its number to the next, though no retries are left', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, retryLimit: 0 });
    const { runs, consumer } = failing(task, 3, () => new TaskRetryError({ afterMs: 50, counts: false }));
    const worker = await startHere(consumer);

    const id = (await queue.enqueue(task, { label: 'patient' })) ?? '';

    await vi.waitFor(() => expect(runs.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]), { timeout: 10_000 });
    await vi.waitFor(async () => expect((await queue.states(task, [id])).get(id)).toBe('DONE'));
    await worker.drain({ timeoutMs: 1_000 });
  });

  it.each([
    ['could not begin: the time of the look alone', false, { usedMs: 0, looks: 2 }],
    ['began: all that it was expected to take', true, { usedMs: 120_000, looks: 2 }],
  ])('counts for its person when it %s', async (_title, counts, { usedMs, looks }) => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, inLines: true, retryLimit: 5 });
    const { runs, consumer } = failing(
      task,
      Infinity,
      () => new TaskRetryError({ afterMs: runs.length < looks ? 50 : 60_000, counts }),
    );
    const line = { ownerId: 'ada', tier: 0, slots: 1, costMs: 60_000 };
    const worker = await startHere(consumer);

    const id = (await queue.enqueue(task, { label: 'patient' }, { line })) ?? '';
    await vi.waitFor(() => expect(runs).toHaveLength(looks), { timeout: 10_000 });
    await vi.waitFor(async () => expect((await queue.states(task, [id])).get(id)).toBe('WAITING'));

    const text = `SELECT used_ms AS "usedMs", extract(epoch FROM turn_at - used_at)::float8 * 1000 AS "graceMs"
      FROM modu_tasks.share WHERE task = $1`;
    const { rows } = await withClient(database.url, (client) => client.query(text, [task.name]));
    const [share] = rows as { usedMs: number; graceMs: number }[];
    const near = 10_000;
    expect(Math.abs((share?.usedMs ?? Infinity) - usedMs)).toBeLessThan(near);
    expect(Math.abs((share?.graceMs ?? Infinity) - (counts ? 240_000 : 0))).toBeLessThan(4 * near);
    await worker.drain({ timeoutMs: 1_000 });
  });

  it('waits as long as it says, and fails for good when its runs are used up', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, retryLimit: 1, retryDelaySeconds: 0 });
    const { runs, consumer } = failing(task, 2, () => new TaskRetryError({ afterMs: 700, counts: true }));
    const worker = await startHere(consumer);

    const id = (await queue.enqueue(task, { label: 'unlucky' })) ?? '';

    await vi.waitFor(async () => expect((await queue.states(task, [id])).get(id)).toBe('FAILED'), { timeout: 10_000 });
    expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect((runs[1]?.at ?? 0) - (runs[0]?.at ?? 0)).toBeGreaterThanOrEqual(700);
    await worker.drain({ timeoutMs: 1_000 });
  });
});

describe('a run that goes on after its lease was lost', () => {
  it('takes its slot, and at its end nothing from the next run of its task in the same worker', async () => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, retryDelaySeconds: 0 });
    const runs: { readonly signal: AbortSignal; readonly end: () => void }[] = [];
    // Sits in a call that takes no signal.
    const run = (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<void>((end) => void runs.push({ signal, end }));
    const worker = await startHere(defineConsumer({ task, slots: 2, run }));
    const id = (await queue.enqueue(task, { label: 'twice' })) ?? '';
    await vi.waitFor(() => expect(runs).toHaveLength(1));

    await queue.boss.getDb().executeSql(`UPDATE pgboss.job_common SET state = 'retry' WHERE id = $1`, [id]);
    await vi.waitFor(() => expect(runs).toHaveLength(2));
    expect(worker.running()).toBe(2);
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);

    runs[0]?.end();
    await vi.waitFor(() => expect(worker.running()).toBe(1));
    await queue.cancel(task, [id]);
    await vi.waitFor(() => expect(runs[1]?.signal.reason).toMatchObject({ code: 'CANCELED' }));

    runs[1]?.end();
    await worker.drain({ timeoutMs: 1_000 });
  });
});

describe('a worker that is killed', () => {
  it('loses its task to another soon after its lease has lapsed', async () => {
    const line = { ownerId: 'ada', tier: 0, slots: 1, costMs: 10 };
    await queue.enqueue(hangTask, { label: 'survivor' }, { line });
    const doomed = spawn(
      process.execPath,
      [fileURLToPath(import.meta.resolve('../testing/worker-process.ts')), database.url],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await says(doomed, 'claimed');
    const runs: unknown[] = [];
    const worker = await startHere(
      defineConsumer({ task: hangTask, slots: 1, run: async (input, { attempt }) => void runs.push([input, attempt]) }),
    );

    doomed.kill('SIGKILL');
    await once(doomed, 'exit');

    await vi.waitFor(() => expect(runs).toEqual([[{ label: 'survivor' }, 2]]), { timeout: 8_000 });
    await worker.drain({ timeoutMs: 1_000 });
  }, 60_000);
});

async function says(child: ChildProcess, word: string): Promise<void> {
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes(word)) return;
  throw new Error(`The process ended before it said "${word}".`);
}

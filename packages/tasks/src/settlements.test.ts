import { randomUUID } from 'node:crypto';
import { createLogger } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTaskQueue, defineConsumer, defineTask, QUICK_TIMINGS, startWorker } from './index.ts';
import type { TaskQueue } from './index.ts';
import { createSettlements } from './settlements.ts';

const logger = createLogger({ level: 'silent' });
const schema = z.object({ label: z.string() });

let database: Awaited<ReturnType<typeof testDatabase>>;
let queue: TaskQueue;

beforeAll(async () => {
  database = await testDatabase('settlements');
  queue = await createTaskQueue({ databaseUrl: database.url, logger, supervise: false, timings: QUICK_TIMINGS });
});

afterAll(async () => {
  await queue.close();
  await database.drop();
});

describe('a run that fails with words no database holds', () => {
  it.each([
    ['a picture cut in half', `${'x'.repeat(992)}\u{1f600}`],
    ['half a picture', '\ud83d'],
    ['the character 0', 'a\0b'],
  ])('(%s) fails, and the next is run', async (_words, message) => {
    const task = defineTask({ name: `test.${randomUUID()}`, schema, retryLimit: 0 });
    const ran: string[] = [];
    const run = async (input: unknown) => {
      const { label } = input as { label: string };
      ran.push(label);
      if (label === 'bad') throw await Promise.resolve(new Error(message));
    };
    const consumers = [defineConsumer({ task, slots: 1, run })];
    const worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers });
    const bad = (await queue.enqueue(task, { label: 'bad' })) ?? '';
    await vi.waitFor(() => expect(ran).toEqual(['bad']), { timeout: 20_000 });
    await queue.enqueue(task, { label: 'good' });

    try {
      await vi.waitFor(() => expect(ran).toEqual(['bad', 'good']), { timeout: 20_000 });
      expect((await queue.states(task, [bad])).get(bad)).toBe('FAILED');
    } finally {
      await worker.drain({ timeoutMs: 1_000 });
    }
  });
});

describe('a failure that the database does not take', () => {
  const settle = (error: Error) => {
    const boss = new PgBoss(database.url);
    const told: string[] = [];
    const refusals = [error];
    vi.spyOn(boss, 'fail').mockImplementation((_name, asked) => {
      const refusal = refusals.pop();
      if (refusal) return Promise.reject(refusal);
      told.push((asked as unknown as { id: string }).id);
      return Promise.resolve({} as never);
    });
    const settlements = createSettlements({ boss, task: defineTask({ name: 'test.refused', schema }), logger });
    for (const id of ['first', 'second']) settlements.failed({ id, retryCount: 0 }, new Error('of itself'));
    return { settlements, told };
  };

  it('for what it says is left to its lease: those behind it are told', async () => {
    const { settlements, told } = settle(Object.assign(new Error('unsupported Unicode'), { code: '22P05' }));
    await settlements.flush();

    expect(told).toEqual(['second']);
  });

  it('because it is away is told again', async () => {
    const { settlements, told } = settle(Object.assign(new Error('shutting down'), { code: '57P01' }));
    await expect(settlements.flush()).rejects.toThrow('shutting down');
    await settlements.flush();

    expect(told).toEqual(['first', 'second']);
  });
});

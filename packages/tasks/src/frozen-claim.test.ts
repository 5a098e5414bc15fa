import { randomUUID } from 'node:crypto';
import { createLogger } from '@modu/logger';
import { withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTaskQueue, defineConsumer, defineTask, QUICK_TIMINGS, startWorker } from './index.ts';
import type { TaskQueue } from './index.ts';
import { createClaimPool } from './pools.ts';

const logger = createLogger({ level: 'silent' });
const schema = z.object({});
const line = { ownerId: 'ada', tier: 0, slots: 10, costMs: 10 };
const HOLD_CLAIMS = "SELECT pg_advisory_xact_lock(hashtext('modu_tasks:claim'))";

let database: Awaited<ReturnType<typeof testDatabase>>;
let queue: TaskQueue;

beforeAll(async () => {
  database = await testDatabase('frozen');
  queue = await createTaskQueue({ databaseUrl: database.url, logger, supervise: true, timings: QUICK_TIMINGS });
});

afterAll(async () => {
  await queue.close();
  await database.drop();
});

/** A worker for four kinds, none of which ever ends. */
async function startFour() {
  const tasks = [1, 2, 3, 4].map(() => defineTask({ name: `test.${randomUUID()}`, schema, inLines: true }));
  const begun: AbortSignal[] = [];
  const run = (_: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise<void>((_resolve, reject) => {
      begun.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const consumers = tasks.map((task) => defineConsumer({ task, slots: 1, run }));
  const worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers });
  const enqueue = (index: number) => queue.enqueue(tasks[index]!, {}, { line });
  return { worker, begun, enqueue };
}

describe('while another worker stands still in the middle of a claim', () => {
  it('a run keeps its lease, though all other kinds of its worker wait to claim', async () => {
    const { worker, begun, enqueue } = await startFour();
    await enqueue(0);
    await vi.waitFor(() => expect(begun).toHaveLength(1));

    await withClient(database.url, async (frozen: Client) => {
      await frozen.query('BEGIN');
      await frozen.query(HOLD_CLAIMS);
      await new Promise((resolve) => setTimeout(resolve, 2 * QUICK_TIMINGS.leaseSeconds * 1_000));
      await frozen.query('ROLLBACK');
    });

    expect(begun[0]?.aborted).toBe(false);
    await worker.drain({ timeoutMs: 0 });
  }, 30_000);

  it('others claim again soon, for the database takes the claim from it', async () => {
    const { worker, begun, enqueue } = await startFour();
    const pool = createClaimPool({ url: database.url, logger });
    const frozen = await pool.connect();
    frozen.on('error', () => undefined);
    await frozen.query('BEGIN');
    await frozen.query(HOLD_CLAIMS);

    await enqueue(1);

    await vi.waitFor(() => expect(begun).toHaveLength(1), { timeout: 15_000 });
    frozen.release(true);
    await Promise.all([pool.end(), worker.drain({ timeoutMs: 0 })]);
  }, 30_000);
});

describe('a worker that drains', () => {
  it('is known to drain until it has left', async () => {
    const { worker, begun, enqueue } = await startFour();
    await enqueue(2);
    await vi.waitFor(() => expect(begun).toHaveLength(1));

    const drained = worker.drain({ timeoutMs: 4 * QUICK_TIMINGS.heartbeatMs });
    await new Promise((resolve) => setTimeout(resolve, 2.5 * QUICK_TIMINGS.heartbeatMs));
    const seen = await queue.workers();
    await drained;

    expect(seen.map(({ draining }) => draining)).toEqual([true, true, true, true]);
    expect(await queue.workers()).toEqual([]);
  });
});

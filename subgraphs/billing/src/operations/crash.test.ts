import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { createTaskQueue, defineConsumer, startWorker } from '@modu/tasks';
import type { TaskQueue, Worker } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CRASH_CHARGE, crashTask } from '../../testing/crash-script.ts';
import { openTestStore } from '../../testing/index.ts';
import { auditLedger, problemsIn } from '../../testing/ledger-audit.ts';
import type { BillingStore } from '../store/database.ts';
import { settleHold } from './settle-hold.ts';
import { sweepExpired } from './sweep-expired.ts';

const SCRIPT = fileURLToPath(import.meta.resolve('../../testing/crash-script.ts'));
const viewer = { kind: 'service', service: 'testing', locale: 'en' } as const;
const logger = createLogger({ level: 'silent' });
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let queue: TaskQueue;
let lateBySeconds = 0;
/** `CRASH_SEED` brings a choice of points back; each point is killed before the statement and after it. */
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000);
const POINTS = 3;

beforeAll(async () => {
  database = await testDatabase('billing-crash');
  store = await openTestStore(database.url, () => new Date(Date.now() + lateBySeconds * 1_000));
  queue = await createTaskQueue({ databaseUrl: database.url, logger, supervise: true });
  await queue.ensure(crashTask);
});

afterAll(async () => {
  await queue.close();
  await store.close();
  await database.drop();
});

interface Victim {
  readonly userId: string;
  readonly jobId: string;
  readonly when: string;
  readonly dieAt: number;
}

/** Runs the script until it is killed or has settled; then tells after how many statements. */
function runToDeath(victim: Victim): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const orders = JSON.stringify({ url: database.url, ...victim });
    const child = spawn(process.execPath, [SCRIPT, orders], { stdio: ['ignore', 'pipe', 'inherit'] });
    let settledAfter: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      settledAfter = Number(/settled after (\d+)/.exec(chunk.toString())?.[1]);
      child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve(settledAfter) : reject(new Error(`The script ended by itself with ${code}.`)),
    );
  });
}

const victimAt = (dieAt: number, when = 'before'): Victim => ({ userId: createId(), jobId: createId(), when, dieAt });

/** All points with `CRASH_POINTS=all`, else a few spread over the whole way; the seed brings a choice back. */
function choosePoints(statements: number): number[] {
  const all = Array.from({ length: statements }, (_, index) => index + 1);
  if (process.env['CRASH_POINTS'] === 'all') return all;
  const stride = Math.ceil(statements / POINTS);
  return all.filter((point) => point % stride === seed % stride);
}

/** What another process does afterwards: runs what was queued, and gives back what nobody claims. */
async function reconcile(): Promise<ReadonlySet<string>> {
  const ran = new Set<string>();
  const run = async ({ jobId }: { jobId: string }) => {
    await settleHold(store.ledger, viewer, { jobId, amount: CRASH_CHARGE });
    ran.add(jobId);
  };
  const consumer = defineConsumer({ task: crashTask, slots: 8, run });
  const worker: Worker = await startWorker({ queue, databaseUrl: database.url, logger, consumers: [consumer] });
  const waiting = async () => {
    const { rows } = await store.ledger.pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active')`,
      [crashTask.name],
    );
    return rows[0]?.left;
  };
  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 60_000, interval: 200 });
  await worker.drain({ timeoutMs: 1_000 });
  lateBySeconds = 60;
  await sweepExpired(store.ledger);
  return ran;
}

describe('a process killed between any two statements of reserve → enqueue → settle', () => {
  it(`loses no credit and makes none (seed ${seed})`, { timeout: 600_000 }, async () => {
    const survivor = victimAt(1_000_000);
    const statements = (await runToDeath(survivor)) ?? 0;
    expect(statements).toBeGreaterThan(10);
    const victims = choosePoints(statements).flatMap((point) => [victimAt(point, 'before'), victimAt(point, 'after')]);
    for (let index = 0; index < victims.length; index += 2) {
      await Promise.all(victims.slice(index, index + 2).map(runToDeath));
    }

    await reconcile();

    const outcomes = new Set<string>();
    for (const { userId, jobId } of [survivor, ...victims]) {
      await store.ledger.run(userId, { type: 'look' });
      const seen = await auditLedger(store.ledger.pool, userId);
      expect(problemsIn(seen)).toEqual([]);
      expect(seen.held).toBe(0);
      expect([0, CRASH_CHARGE]).toContain(seen.spent);
      expect(seen.available).toBe(100 - seen.spent);
      const { rows } = await store.ledger.pool.query<{ status: string }>('SELECT status FROM hold WHERE job_id = $1', [
        jobId,
      ]);
      outcomes.add(rows[0]?.status ?? 'none');
    }
    expect(outcomes).toContain('SETTLED');
    if (process.env['CRASH_POINTS'] === 'all') expect(outcomes).toEqual(new Set(['none', 'RELEASED', 'SETTLED']));
  });
});

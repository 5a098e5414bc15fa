import { setTimeout as delay } from 'node:timers/promises';
import { runWithTrace } from '@modu/logger';
import type { Logger } from '@modu/logger';
import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { Job, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { LEASE_SECONDS } from './boss.ts';
import { openEnvelope } from './envelope.ts';
import { GROUP_CONCURRENCY } from './group.ts';
import { createLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { createSettlements } from './settlements.ts';
import type { Task } from './task.ts';

export interface RunContext {
  /** The task's id. */
  readonly id: string;
  /** Aborts when the lease is lost, the worker stops, or the task's time is up: stop at once and write nothing more. */
  readonly signal: AbortSignal;
  /** 1 for the first run. Never falls, and no two runs of a task share one: a fence against stale runs. */
  readonly attempt: number;
  readonly traceId: string;
}

export interface Consumer<Schema extends z.ZodType = z.ZodType> {
  readonly task: Task<Schema>;
  /** How many run at once in this worker. */
  readonly slots: number;
  /** A run that returns is done; one that throws is run again while the task's `retryLimit` allows. */
  run(input: z.output<Schema>, context: RunContext): Promise<void>;
}

export interface Pump {
  /** Looks for work now. */
  kick(): void;
  /** Keeps the leases; called every few seconds. */
  beat(): Promise<void>;
  stopClaiming(): void;
  running(): number;
  abortAll(): void;
  /** Resolves when nothing runs and everything is settled in the database. */
  idle(): Promise<void>;
}

interface PumpOptions {
  readonly consumer: Consumer;
  readonly boss: PgBoss;
  readonly pool: Pool;
  readonly logger: Logger;
}

/** Aborts a run before others may take its task, even if the database cannot be asked. */
const SILENCE_MAX_MS = (LEASE_SECONDS - 2) * 1_000;
const IDLE_POLL_MS = 20;

/** Fetches work for all free slots at once, runs it, and settles what ended together with the next fetch. */
export function createPump({ consumer, boss, pool, logger }: PumpOptions): Pump {
  const { task, slots } = consumer;
  const leases = new Map<string, Lease>();
  const settlements = createSettlements({ boss, task, logger });
  let claiming = true;
  let dirty = false;
  let turning: Promise<void> | undefined;

  const turn = async () => {
    while (dirty) {
      dirty = false;
      await settlements.flush();
      const free = slots - leases.size;
      if (!claiming || free <= 0) continue;
      const jobs = await claim({ boss, pool, task, free });
      for (const job of jobs) void start(job);
      dirty ||= jobs.length > 0;
    }
  };

  const kick = () => {
    dirty = true;
    turning ??= turn()
      .catch((error: unknown) => logger.warn({ task: task.name, err: error }, 'could not look for tasks'))
      .finally(() => {
        turning = undefined;
      });
  };

  const start = async (job: Job) => {
    const lease = createLease(job, task.timeoutSeconds);
    leases.set(lease.id, lease);
    try {
      await runOnce(consumer, { job, lease });
      settlements.done(lease);
    } catch (error) {
      logger.warn(
        { task: task.name, id: lease.id, attempt: lease.retryCount + 1, err: error },
        'a run of a task failed',
      );
      settlements.failed(lease, error);
    } finally {
      lease.end();
      leases.delete(lease.id);
      kick();
    }
  };

  return {
    kick,
    beat: () => keepLeases({ boss, task, leases: [...leases.values()], logger }),
    stopClaiming: () => {
      claiming = false;
    },
    running: () => leases.size,
    abortAll: () => leases.forEach((lease) => lease.abort('STOPPING')),
    idle: async () => {
      while (leases.size > 0 || turning) await (turning ?? delay(IDLE_POLL_MS));
      await settlements.flush().catch(() => undefined); // Logged there; what was not told lapses and is run again.
    },
  };
}

/** One claim at a time for a grouped task: pg-boss's own count of a group's runs is racy without the lock. */
async function claim({ boss, pool, task, free }: Pick<PumpOptions, 'boss' | 'pool'> & { task: Task; free: number }) {
  if (!task.grouped) return boss.fetch<object>(task.name, { batchSize: free });
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`modu_tasks:${task.name}`]);
    const db = { executeSql: async (text: string, values?: unknown[]) => client.query(text, values) };
    return boss.fetch<object>(task.name, { batchSize: free, groupConcurrency: GROUP_CONCURRENCY, db });
  });
}

async function runOnce(consumer: Consumer, { job, lease }: { job: Job; lease: Lease }): Promise<void> {
  const { traceId, input } = openEnvelope(consumer.task, job.data);
  const { id, signal, retryCount } = lease;
  await runWithTrace(traceId, () => consumer.run(input, { id, signal, attempt: retryCount + 1, traceId }));
}

async function keepLeases({
  boss,
  task,
  leases,
  logger,
}: Pick<PumpOptions, 'boss' | 'logger'> & { task: Task; leases: readonly Lease[] }): Promise<void> {
  if (leases.length === 0) return;
  try {
    const held = leases.map(({ id, retryCount }) => ({ id, retryCount }));
    const answer = (await boss.touch(task.name, held)) as { settled?: string[] };
    const kept = new Set(answer.settled ?? []);
    for (const lease of leases) {
      if (kept.has(lease.id)) lease.confirm();
      else lease.abort('LEASE_LOST');
    }
  } catch (error) {
    logger.warn({ task: task.name, err: error }, 'the leases could not be confirmed');
    for (const lease of leases) if (lease.silentMs() > SILENCE_MAX_MS) lease.abort('LEASE_LOST');
  }
}

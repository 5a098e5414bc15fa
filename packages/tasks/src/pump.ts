import { setTimeout as delay } from 'node:timers/promises';
import { runWithTrace } from '@modu/logger';
import { inSpan } from '@modu/tracing';
import type { Logger } from '@modu/logger';
import type { Pool } from 'pg';
import type { Job, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { openEnvelope } from './envelope.ts';
import { keepLeases } from './keep-leases.ts';
import { createLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { claimTurns } from './order/claim-turns.ts';
import { createRuns } from './runs.ts';
import { createSettlements } from './settlements.ts';
import type { Settlements } from './settlements.ts';
import type { PoolMember, SlotPool } from './slot-pool.ts';
import { TaskAbortedError } from './task-error.ts';
import type { Task } from './task.ts';
import type { Timings } from './timings.ts';

export interface RunContext {
  /** The task's id. */
  readonly id: string;
  /** Aborts when the lease is lost, the worker stops, or the task's time is up: stop at once and write nothing more. */
  readonly signal: AbortSignal;
  /** 1 for the first run. Never falls, and no two runs of a task share one, but for runs that could not begin: a fence against stale runs. */
  readonly attempt: number;
  readonly traceId: string;
}

export interface Consumer<Schema extends z.ZodType = z.ZodType> {
  readonly task: Task<Schema>;
  /** How many run at once in this worker. */
  readonly slots: number;
  /**
   * Slots that it shares with others of this worker. Tasks in lines are chosen by the one policy over all of theirs; others
   * take turns: the task that was denied longest is next.
   */
  readonly pool?: SlotPool;
  /** A run that returns is done; one that throws is run again while the task's `retryLimit` allows, or as its `TaskRetryError` says. */
  run(input: z.output<Schema>, context: RunContext): Promise<void>;
}

export interface Pump {
  readonly task: string;
  readonly slots: number;
  /** Of the slots it shares with others. */
  readonly poolId: string | null;
  /** Looks for work now. */
  kick(): void;
  /** Keeps the leases; called every few seconds. */
  beat(): Promise<void>;
  /** Aborts the run of a task that was taken out of the queue, if it is here. */
  cancel(id: string): void;
  stopClaiming(): void;
  running(): number;
  abortAll(): void;
  /** Resolves when nothing runs and everything is settled in the database. */
  idle(): Promise<void>;
}

export interface PumpOptions {
  readonly consumer: Consumer;
  readonly boss: PgBoss;
  readonly pools: { readonly claims: Pool; readonly leases: Pool };
  readonly logger: Logger;
  readonly timings: Timings;
}

const IDLE_POLL_MS = 20;
/** While something runs, looks are so far apart: what ends and comes meanwhile is told and claimed together. */
const GATHER_MS = 15;

/** Fetches work for all free slots at once, runs it, and settles what ended together with the next fetch. */
export function createPump({ consumer, boss, pools, logger, timings }: PumpOptions): Pump {
  const { task, slots, pool: shared } = consumer;
  const runs = createRuns();
  const settlements = createSettlements({ boss, task, logger });
  let claiming = true;
  /** Nothing is known to wait: the last look found less than there was room for. In lines an end may be another's turn. */
  let isEmpty = false;

  let telling = Promise.resolve();
  const flush = () => (telling = telling.catch(() => undefined).then(settlements.flush));
  const gather = createGathering();
  const look = async () => {
    await gather(claiming && runs.count() > 0);
    const together = shared && claiming && task.inLines ? shared.members() : [member];
    await Promise.all(together.map((each) => each.flush()));
    const wanted = slots - runs.count();
    if (!claiming || wanted <= 0 || isEmpty) return;
    const free = shared ? shared.take(wanted, turns.ask) : wanted;
    if (free === 0) return;
    isEmpty = !task.inLines;
    const jobs = await filling(shared, { free, again: turns.ask }, () =>
      claim({ boss, pools, together, task, free, leaseSeconds: timings.leaseSeconds }),
    );
    for (const job of jobs) together.find((each) => each.task === job.name)?.start(job);
    if (jobs.length === free) isEmpty = false;
    if (jobs.length > 0) turns.ask();
  };
  const turns = createTurns(look, (error) => logger.warn({ task: task.name, err: error }, 'could not look for tasks'));

  const start = async (job: Job) => {
    const lease = createLease(job, task.timeoutSeconds);
    runs.begin(lease);
    try {
      await runOnce(consumer, { job, lease });
      settlements.done(lease);
    } catch (error) {
      settleFailure(error, { lease, task, settlements, logger });
    } finally {
      runs.end(lease);
      shared?.release(1);
      turns.ask();
    }
  };

  const member: PoolMember = { task: task.name, flush, start: (job) => void start(job) };
  if (task.inLines) shared?.join(member);

  return {
    task: task.name,
    slots,
    poolId: shared?.id ?? null,
    kick: () => {
      isEmpty = false;
      turns.ask();
    },
    beat: () => keepLeases({ boss, pool: pools.leases, task, leases: runs.held(), logger, ...timings }),
    cancel: (id) => runs.find(id)?.abort('CANCELED'),
    stopClaiming: () => {
      claiming = false;
      shared?.quit(member);
    },
    running: runs.count,
    abortAll: () => runs.held().forEach((lease) => lease.abort('STOPPING')),
    idle: async () => {
      while (runs.count() > 0 || turns.current()) await (turns.current() ?? delay(IDLE_POLL_MS));
      await flush().catch(() => undefined); // Logged there; what was not told lapses and is run again.
    },
  };
}

/** Claims for slots that were taken; when there was less to do, what is left of them is for others. */
async function filling(
  shared: SlotPool | undefined,
  { free, again }: { free: number; again: () => void },
  claimJobs: () => Promise<Job<object>[]>,
): Promise<Job<object>[]> {
  let filled = 0;
  try {
    const jobs = await claimJobs();
    filled = jobs.length;
    return jobs;
  } finally {
    if (filled < free) shared?.leave(again);
    shared?.release(free - filled);
  }
}

/** Waits, where it may, until the last time is long enough ago. */
function createGathering(): (mayWait: boolean) => Promise<void> {
  let lastAtMs = 0;
  return async (mayWait) => {
    const earlyMs = Math.ceil(lastAtMs + GATHER_MS - performance.now());
    if (mayWait && earlyMs > 0) await delay(earlyMs);
    lastAtMs = performance.now();
  };
}

/** Does something over and over as long as it is asked for, one turn after the other. */
function createTurns(turn: () => Promise<void>, failed: (error: unknown) => void) {
  let asked = false;
  let current: Promise<void> | undefined;
  const run = async () => {
    while (asked) {
      asked = false;
      await turn();
    }
  };
  const ask = (): void => {
    asked = true;
    current ??= run()
      .catch(failed)
      .finally(() => {
        current = undefined;
        // Whoever asked between the last turn and this moment must not wait for the poll.
        if (asked) ask();
      });
  };
  return { ask, current: () => current };
}

async function claim({
  boss,
  pools,
  together,
  task,
  free,
  leaseSeconds,
}: Pick<PumpOptions, 'boss' | 'pools'> & {
  together: readonly PoolMember[];
  task: Task;
  free: number;
  leaseSeconds: number;
}): Promise<Job<object>[]> {
  if (!task.inLines) return boss.fetch<object>(task.name, { batchSize: free });
  return claimTurns({ pool: pools.claims, tasks: together.map((member) => member.task), free, leaseSeconds });
}

async function runOnce(consumer: Consumer, { job, lease }: { job: Job; lease: Lease }): Promise<void> {
  const { traceId, traceparent: parent, input } = openEnvelope(consumer.task, job.data);
  const { id, signal, retryCount } = lease;
  const attempt = retryCount + 1;
  const attributes = { 'modu.task': consumer.task.name, 'modu.attempt': attempt };
  await runWithTrace(traceId, () =>
    inSpan(`task ${consumer.task.name}`, { kind: 'consumer', parent, attributes }, () =>
      consumer.run(input, { id, signal, attempt, traceId }),
    ),
  );
}

function settleFailure(
  error: unknown,
  { lease, task, settlements, logger }: { lease: Lease; task: Task; settlements: Settlements; logger: Logger },
): void {
  if (isStopping(lease)) return settlements.handedBack(lease);
  const run = { task: task.name, id: lease.id, attempt: lease.retryCount + 1 };
  logger.warn({ ...run, err: error }, 'a run of a task failed');
  settlements.failed(lease, error);
}

function isStopping({ signal }: Lease): boolean {
  return signal.reason instanceof TaskAbortedError && signal.reason.code === 'STOPPING';
}

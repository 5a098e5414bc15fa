import { createPostgresListener } from '@modu/bus';
import type { PostgresListener } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { createPool } from '@modu/postgres';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { createPump } from './pump.ts';
import type { Consumer, Pump } from './pump.ts';
import { CANCEL_CHANNEL, WAKE_CHANNEL } from './queue.ts';
import type { TaskQueue } from './queue.ts';
import { createWorkerRegistry } from './worker-registry.ts';

export interface WorkerOptions {
  readonly queue: TaskQueue;
  readonly databaseUrl: string;
  readonly consumers: readonly Consumer[];
  readonly logger: Logger;
}

/**
 * All that is asked here finds its rows by a key. A connection plans what it asks over and over once, maybe while the tables are small: it
 * would read them whole for each person who waits, and go on doing so when they have grown.
 */
const CLAIMING = { max: 3, serverSettings: { enable_seqscan: 'off' } };

export interface Worker {
  /** How many tasks run here now. */
  running(): number;
  /**
   * Stops claiming and lets what runs finish; what does not end in time is aborted and handed back to the queue. The queue
   * itself stays open: close it afterwards.
   */
  drain(options: { readonly timeoutMs: number }): Promise<void>;
}

/** Types a consumer's `run` by its task; a worker treats all consumers alike. */
export function defineConsumer<Schema extends z.ZodType>(consumer: Consumer<Schema>): Consumer {
  return consumer as unknown as Consumer;
}

/** Claims and runs tasks in this process until it is drained. */
export async function startWorker({ queue, databaseUrl, consumers, logger }: WorkerOptions): Promise<Worker> {
  const { boss, timings } = queue;
  await Promise.all(consumers.map(({ task }) => queue.ensure(task)));
  const pool = createPool({ url: databaseUrl, applicationName: 'modu-tasks-claim', logger, ...CLAIMING });
  const pumps = consumers.map((consumer) => createPump({ consumer, boss, pool, logger, timings }));
  const listener = await listenFor(pumps, { url: databaseUrl, logger });
  const presence = createPresence(pumps, { pool, logger });
  const poll = setInterval(() => pumps.forEach((pump) => pump.kick()), timings.pollMs);
  const heartbeat = setInterval(() => {
    for (const pump of pumps) void pump.beat();
    presence.tell(false);
  }, timings.heartbeatMs);
  presence.tell(false);
  for (const pump of pumps) pump.kick();

  return {
    running: () => pumps.reduce((sum, pump) => sum + pump.running(), 0),
    drain: async ({ timeoutMs }) => {
      presence.tell(true);
      await drainAll(pumps, { listener, timeoutMs, abortMs: timings.abortMs, logger });
      clearInterval(poll);
      clearInterval(heartbeat);
      await presence.leave();
      await pool.end();
    },
  };
}

async function listenFor(
  pumps: readonly Pump[],
  { url, logger }: { url: string; logger: Logger },
): Promise<PostgresListener> {
  const byTask = new Map(pumps.map((pump) => [pump.task, pump]));
  const listener = createPostgresListener({
    url,
    logger,
    applicationName: 'modu-tasks-listen',
    onNotification: (channel, word) => {
      if (channel === WAKE_CHANNEL) byTask.get(word)?.kick();
      else for (const id of word.split(',')) for (const pump of pumps) pump.cancel(id);
    },
    // What was told in between never arrived: look for work, and ask whether what runs is still ours.
    onReconnect: () => {
      for (const pump of pumps) pump.kick();
      for (const pump of pumps) void pump.beat();
    },
  });
  await Promise.all([listener.listen(WAKE_CHANNEL), listener.listen(CANCEL_CHANNEL)]);
  return listener;
}

function createPresence(pumps: readonly Pump[], { pool, logger }: { pool: Pool; logger: Logger }) {
  const entries = pumps.map((pump) => ({ pump, registry: createWorkerRegistry(pool, pump) }));
  const quietly = (work: Promise<void>) =>
    work.catch((error: unknown) => logger.debug({ err: error }, 'the worker could not say that it is there'));
  let telling = Promise.resolve();
  return {
    tell: (draining: boolean) => {
      const all = async () => {
        for (const { pump, registry } of entries) await quietly(registry.tell({ running: pump.running(), draining }));
      };
      telling = telling.then(all);
    },
    leave: async () => {
      await telling;
      for (const { registry } of entries) await quietly(registry.leave());
    },
  };
}

async function drainAll(
  pumps: readonly Pump[],
  options: { listener: PostgresListener; timeoutMs: number; abortMs: number; logger: Logger },
): Promise<void> {
  const { listener, timeoutMs, abortMs, logger } = options;
  for (const pump of pumps) pump.stopClaiming();
  const idle = allIdle(pumps).then(() => 'idle' as const);
  if ((await within(idle, timeoutMs)) !== 'idle') {
    for (const pump of pumps) pump.abortAll();
    if ((await within(idle, abortMs)) !== 'idle')
      logger.error('tasks did not end when aborted; their leases will lapse');
  }
  await listener.close();
}

async function allIdle(pumps: readonly Pump[]): Promise<void> {
  // A pump's last claim may still have brought work for another that was idle.
  do await Promise.all(pumps.map((pump) => pump.idle()));
  while (pumps.some((pump) => pump.running() > 0));
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { createPostgresListener } from '@modu/bus';
import type { PostgresListener } from '@modu/bus';
import type { Logger } from '@modu/logger';
import type { z } from 'zod';
import { createClaimPool, createLeasePool } from './pools.ts';
import { createPresence } from './presence.ts';
import { createPump } from './pump.ts';
import type { Consumer, Pump } from './pump.ts';
import { CANCEL_CHANNEL, WAKE_CHANNEL } from './queue.ts';
import type { TaskQueue } from './queue.ts';

export interface WorkerOptions {
  readonly queue: TaskQueue;
  readonly databaseUrl: string;
  readonly consumers: readonly Consumer[];
  readonly logger: Logger;
}

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
  const place = { url: databaseUrl, logger };
  const pools = { claims: createClaimPool(place), leases: createLeasePool(place) };
  const pumps = consumers.map((consumer) => createPump({ consumer, boss, pools, logger, timings }));
  const listener = await listenFor(pumps, place);
  const presence = createPresence(pumps, { pool: pools.leases, logger });
  const poll = setInterval(() => pumps.forEach((pump) => pump.kick()), timings.pollMs);
  const heartbeat = setInterval(() => {
    for (const pump of pumps) void pump.beat();
    presence.tell();
  }, timings.heartbeatMs);
  presence.tell();
  for (const pump of pumps) pump.kick();

  return {
    running: () => pumps.reduce((sum, pump) => sum + pump.running(), 0),
    drain: async ({ timeoutMs }) => {
      presence.drains();
      await drainAll(pumps, { listener, timeoutMs, abortMs: timings.abortMs, logger });
      clearInterval(poll);
      clearInterval(heartbeat);
      await presence.leave();
      await Promise.all([pools.claims.end(), pools.leases.end()]);
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

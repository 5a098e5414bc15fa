import { createPostgresListener } from '@modu/bus';
import type { PostgresListener } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { createPool } from '@modu/postgres';
import type { z } from 'zod';
import { createPump } from './pump.ts';
import type { Consumer, Pump } from './pump.ts';
import { WAKE_CHANNEL } from './queue.ts';
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

/** NOTIFY brings new work within milliseconds; the poll finds what waits for a retry, a freed group, or a lost wake-up. */
const POLL_MS = 500;
const HEARTBEAT_MS = 3_000;
const ABORT_TIMEOUT_MS = 2_000;

/** Types a consumer's `run` by its task; a worker treats all consumers alike. */
export function defineConsumer<Schema extends z.ZodType>(consumer: Consumer<Schema>): Consumer {
  return consumer as unknown as Consumer;
}

/** Claims and runs tasks in this process until it is drained. */
export async function startWorker({ queue, databaseUrl, consumers, logger }: WorkerOptions): Promise<Worker> {
  await Promise.all(consumers.map(({ task }) => queue.ensure(task)));
  const pool = createPool({ url: databaseUrl, max: 2, applicationName: 'modu-tasks-claim', logger });
  const pumps = new Map(
    consumers.map((consumer) => [consumer.task.name, createPump({ consumer, boss: queue.boss, pool, logger })]),
  );
  const kickAll = () => pumps.forEach((pump) => pump.kick());
  const listener = createPostgresListener({
    url: databaseUrl,
    logger,
    applicationName: 'modu-tasks-listen',
    onNotification: (_channel, name) => pumps.get(name)?.kick(),
    onReconnect: kickAll,
  });
  await listener.listen(WAKE_CHANNEL);
  const poll = setInterval(kickAll, POLL_MS);
  const heartbeat = setInterval(() => pumps.forEach((pump) => void pump.beat()), HEARTBEAT_MS);
  kickAll();

  const close = async () => {
    clearInterval(poll);
    clearInterval(heartbeat);
    await pool.end();
  };
  return {
    running: () => [...pumps.values()].reduce((sum, pump) => sum + pump.running(), 0),
    drain: async ({ timeoutMs }) => {
      await drainAll([...pumps.values()], { listener, timeoutMs, logger });
      await close();
    },
  };
}

async function drainAll(
  pumps: readonly Pump[],
  { listener, timeoutMs, logger }: { listener: PostgresListener; timeoutMs: number; logger: Logger },
): Promise<void> {
  for (const pump of pumps) pump.stopClaiming();
  await listener.close();
  const idle = Promise.all(pumps.map((pump) => pump.idle())).then(() => 'idle' as const);
  if ((await within(idle, timeoutMs)) === 'idle') return;
  for (const pump of pumps) pump.abortAll();
  if ((await within(idle, ABORT_TIMEOUT_MS)) === 'idle') return;
  logger.error('tasks did not end when aborted; their leases will lapse');
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

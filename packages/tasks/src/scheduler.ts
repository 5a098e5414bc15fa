import type { Logger } from '@modu/logger';
import type { z } from 'zod';
import { ensureQueue, openBoss } from './boss.ts';
import { sealEnvelope } from './envelope.ts';
import type { Task } from './task.ts';
import { TIMINGS } from './timings.ts';

export interface Schedule<Schema extends z.ZodType = z.ZodType> {
  readonly task: Task<Schema>;
  /** Five fields, UTC: `10 0 * * *` is ten past midnight. */
  readonly cron: string;
  readonly input: z.input<Schema>;
}

export interface Scheduler {
  stop(): Promise<void>;
}

/**
 * Enqueues tasks by the calendar. Any number of processes may run it on one database: each moment's task is enqueued once,
 * whichever of them does it. What fell into a time when none ran is made up for once.
 */
export async function startScheduler(options: {
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly schedules: readonly Schedule[];
  /** How often it looks for moments that have come. */
  readonly everySeconds?: number;
}): Promise<Scheduler> {
  const { databaseUrl, logger, schedules, everySeconds } = options;
  const boss = await openBoss({
    databaseUrl,
    logger,
    supervise: false,
    schedule: true,
    timings: TIMINGS,
    ...(everySeconds ? { scheduleEverySeconds: everySeconds } : {}),
  });
  for (const { task, cron, input } of schedules) {
    await ensureQueue(boss, task, TIMINGS);
    await boss.schedule(task.name, cron, sealEnvelope(task, input), { tz: 'UTC', missed: 'once' });
  }
  return { stop: () => boss.stop({ graceful: false, close: true }) };
}

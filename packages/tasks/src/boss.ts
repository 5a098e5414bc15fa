import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import { createDatabaseIfMissing } from '@modu/postgres';
import { PgBoss } from 'pg-boss';
import type { Task } from './task.ts';

export interface BossOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Whether this process looks after lapsed leases; the instances agree among themselves whose turn it is. */
  readonly supervise: boolean;
  /** Whether this process enqueues what schedules ask for; the instances agree who does. */
  readonly schedule?: boolean;
  /** How often it looks for moments that have come. */
  readonly scheduleEverySeconds?: number;
}

/**
 * A worker that says nothing for this long has lost its tasks (the least that pg-boss allows). With the supervisor's
 * interval and the poll, a killed worker's task runs again after 10 to 13 seconds.
 */
export const LEASE_SECONDS = 10;
const SUPERVISE_SECONDS = 2;
const KEEP_DONE_SECONDS = 3 * 24 * 3_600;
const START_ATTEMPTS = 30;
const START_RETRY_MS = 1_000;

/** pg-boss on the schema `pgboss` of the database, which is created when missing. Waits half a minute for the server. */
export async function openBoss({
  databaseUrl,
  logger,
  supervise,
  schedule = false,
  scheduleEverySeconds = 30,
}: BossOptions): Promise<PgBoss> {
  for (let attempt = 1; ; attempt++) {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      application_name: 'modu-tasks',
      max: 4,
      connectionTimeoutMillis: 5_000,
      schedule,
      cronMonitorIntervalSeconds: scheduleEverySeconds,
      cronWorkerIntervalSeconds: Math.min(scheduleEverySeconds, 5),
      supervise,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
    });
    boss.on('error', (error) => logger.warn({ err: error }, 'the task queue reported an error'));
    try {
      await createDatabaseIfMissing(databaseUrl);
      return await boss.start();
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      if (attempt >= START_ATTEMPTS) throw error;
      logger.warn({ err: error, attempt }, 'the task queue is not reachable yet');
      await delay(START_RETRY_MS);
    }
  }
}

/** Makes the task's queue, or brings an older one to today's settings. */
export async function ensureQueue(boss: PgBoss, task: Task): Promise<void> {
  const settings = {
    retryLimit: task.retryLimit,
    retryDelay: task.retryDelaySeconds,
    retryBackoff: task.retryDelayMaxSeconds !== undefined,
    ...(task.retryDelayMaxSeconds === undefined ? {} : { retryDelayMax: task.retryDelayMaxSeconds }),
    expireInSeconds: task.timeoutSeconds,
    heartbeatSeconds: LEASE_SECONDS,
    deleteAfterSeconds: KEEP_DONE_SECONDS,
    notify: false,
  };
  await boss.createQueue(task.name, settings);
  await boss.updateQueue(task.name, settings);
}

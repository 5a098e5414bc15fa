import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import { createDatabaseIfMissing, withClient } from '@modu/postgres';
import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { createOrderTables } from './order/order-tables.ts';
import type { Task } from './task.ts';
import type { Timings } from './timings.ts';

export interface BossOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Whether this process looks after lapsed leases; the instances agree among themselves whose turn it is. */
  readonly supervise: boolean;
  readonly timings: Timings;
  /** Whether this process enqueues what schedules ask for; the instances agree who does. */
  readonly schedule?: boolean;
  /** How often it looks for moments that have come. */
  readonly scheduleEverySeconds?: number;
}

/** A connection that has gone silent is given up after so long; the longest that pg-boss itself asks for is its own upkeep. */
const QUERY_TIMEOUT_MS = 60_000;
const KEEP_DONE_SECONDS = 3 * 24 * 3_600;
/** A run whose time is up says itself what becomes of its task; only when it does not the queue fails it. */
const END_GRACE_SECONDS = 60;
/** The least that pg-boss lets a queue have; tasks in lines are given the lease we want when they are claimed. */
const BOSS_LEASE_SECONDS_MIN = 10;
const START_ATTEMPTS = 30;
const START_RETRY_MS = 1_000;

/** pg-boss on the schema `pgboss` of the database, which is created when missing. Waits half a minute for the server. */
export async function openBoss({
  databaseUrl,
  logger,
  supervise,
  timings,
  schedule = false,
  scheduleEverySeconds = 30,
}: BossOptions): Promise<PgBoss> {
  for (let attempt = 1; ; attempt++) {
    // Reaches the pool as it is, though pg-boss does not name it.
    const silence = { query_timeout: QUERY_TIMEOUT_MS };
    const boss = new PgBoss({
      ...silence,
      connectionString: databaseUrl,
      application_name: 'modu-tasks',
      max: 4,
      connectionTimeoutMillis: 5_000,
      schedule,
      cronMonitorIntervalSeconds: scheduleEverySeconds,
      cronWorkerIntervalSeconds: Math.min(scheduleEverySeconds, 5),
      supervise,
      superviseIntervalSeconds: timings.superviseSeconds,
      monitorIntervalSeconds: timings.superviseSeconds,
    });
    boss.on('error', (error) => logger.warn({ err: error }, 'the task queue reported an error'));
    try {
      await createDatabaseIfMissing(databaseUrl);
      await boss.start();
      await withClient(databaseUrl, (client) => addOrderTables(client));
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      if (attempt >= START_ATTEMPTS) throw error;
      logger.warn({ err: error, attempt }, 'the task queue is not reachable yet');
      await delay(START_RETRY_MS);
    }
  }
}

async function addOrderTables(client: Client): Promise<void> {
  await client.query('BEGIN');
  await createOrderTables(client);
  await client.query('COMMIT');
}

/** Makes the task's queue, or brings an older one to today's settings. */
export async function ensureQueue(boss: PgBoss, task: Task, timings: Timings): Promise<void> {
  const settings = {
    retryLimit: task.retryLimit,
    retryDelay: task.retryDelaySeconds,
    retryBackoff: task.retryDelayMaxSeconds !== undefined,
    ...(task.retryDelayMaxSeconds === undefined ? {} : { retryDelayMax: task.retryDelayMaxSeconds }),
    expireInSeconds: task.timeoutSeconds + END_GRACE_SECONDS,
    heartbeatSeconds: Math.max(BOSS_LEASE_SECONDS_MIN, timings.leaseSeconds),
    deleteAfterSeconds: KEEP_DONE_SECONDS,
    notify: false,
  };
  await boss.createQueue(task.name, settings);
  await boss.updateQueue(task.name, settings);
}

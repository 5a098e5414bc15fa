import type { Logger } from '@modu/logger';
import type { Db, JobInsert, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { ensureQueue, openBoss } from './boss.ts';
import { sealEnvelope } from './envelope.ts';
import { groupOf } from './group.ts';
import type { TaskGroup } from './group.ts';
import { readStates } from './states.ts';
import type { TaskState } from './states.ts';
import type { Task } from './task.ts';

/** A connection inside the caller's transaction: a pg client, or an adapter around Prisma's. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

export interface EnqueueOptions {
  /** The task exists when this transaction commits, and never did when it rolls back. */
  readonly sql?: Sql;
  /** A UUID. While a task of this name and id is kept (days), another with it is ignored. */
  readonly id?: string;
  /** Higher runs first. */
  readonly priority?: number;
  readonly group?: TaskGroup;
  readonly startAfterMs?: number;
}

export interface TaskQueue {
  /** @returns the task's id, or `undefined` when one with the given id is there already. */
  enqueue<Schema extends z.ZodType>(
    task: Task<Schema>,
    input: z.input<Schema>,
    options?: EnqueueOptions,
  ): Promise<string | undefined>;
  enqueueAll<Schema extends z.ZodType>(
    task: Task<Schema>,
    inputs: readonly z.input<Schema>[],
    options?: Pick<EnqueueOptions, 'sql' | 'startAfterMs'>,
  ): Promise<void>;
  /** Takes tasks out of the queue; a run under way loses its lease and is aborted within seconds. */
  cancel(task: Task, ids: readonly string[], options?: Pick<EnqueueOptions, 'sql'>): Promise<void>;
  /** The states of these tasks; those that are not kept any more are missing. */
  states(task: Task, ids: readonly string[]): Promise<ReadonlyMap<string, TaskState>>;
  /** pg-boss itself, for the worker of this package. */
  readonly boss: PgBoss;
  readonly ensure: (task: Task) => Promise<void>;
  close(): Promise<void>;
}

/** Woken workers listen here; the payload is the task's name. */
export const WAKE_CHANNEL = 'modu_tasks';
const WAKE = 'SELECT pg_notify($1, $2)';

/** Opens the queue that lies in this database. `supervise`: also look after lapsed leases, as workers do. */
export async function createTaskQueue(options: {
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly supervise?: boolean;
}): Promise<TaskQueue> {
  const boss = await openBoss({ supervise: false, ...options });
  const ensured = new Map<string, Promise<void>>();
  const ensure = (task: Task): Promise<void> => {
    const pending = ensured.get(task.name) ?? ensureQueue(boss, task);
    ensured.set(task.name, pending);
    return pending.catch((error: unknown) => {
      ensured.delete(task.name);
      throw error;
    });
  };

  return {
    boss,
    ensure,
    enqueue: async (task, input, settings = {}) => {
      const { id, priority = 0, group, startAfterMs } = settings;
      const data = sealEnvelope(task, input);
      const placed = group ? { group: groupOf(task, group) } : {};
      await ensure(task);
      const db = toDb(boss, settings.sql);
      const startAfter = startAfterMs ? { startAfter: new Date(Date.now() + startAfterMs) } : {};
      const sent = await boss.send(task.name, data, { db, priority, ...placed, ...startAfter, ...(id ? { id } : {}) });
      if (sent && !startAfterMs) await db.executeSql(WAKE, [WAKE_CHANNEL, task.name]);
      return sent ?? undefined;
    },
    enqueueAll: async (task, inputs, settings = {}) => {
      if (inputs.length === 0) return;
      const startAfter = settings.startAfterMs ? { startAfter: new Date(Date.now() + settings.startAfterMs) } : {};
      const jobs: JobInsert[] = inputs.map((input) => ({ data: sealEnvelope(task, input), ...startAfter }));
      await ensure(task);
      const db = toDb(boss, settings.sql);
      await boss.insert(task.name, jobs, { db });
      if (!settings.startAfterMs) await db.executeSql(WAKE, [WAKE_CHANNEL, task.name]);
    },
    cancel: async (task, ids, settings = {}) => {
      if (ids.length === 0) return;
      await ensure(task);
      await boss.cancel(task.name, [...ids], { db: toDb(boss, settings.sql) });
    },
    states: async (task, ids) => readStates(boss, { task, ids }),
    close: () => boss.stop({ graceful: false, close: true }),
  };
}

function toDb(boss: PgBoss, sql: Sql | undefined): Db {
  if (!sql) return boss.getDb();
  return { executeSql: async (text, values) => ({ rows: [...(await sql.query(text, values ?? [])).rows] }) };
}

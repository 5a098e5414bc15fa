import type { Logger } from '@modu/logger';
import type { Db, JobInsert, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { ensureQueue, openBoss } from './boss.ts';
import { readDead } from './dead-tasks.ts';
import { sealEnvelope } from './envelope.ts';
import { toColumns } from './order/line-place.ts';
import type { LinePlace } from './order/line-place.ts';
import { moveLine } from './order/move-line.ts';
import type { LineMove } from './order/move-line.ts';
import type { LineOfTask } from './order/merge-lines.ts';
import { readLines } from './order/read-lines.ts';
import { readPause, readRoom, setPaused } from './order/rooms.ts';
import type { Room } from './order/rooms.ts';
import { forgetIdle } from './order/shares.ts';
import { readStates } from './states.ts';
import type { TaskState } from './states.ts';
import type { Task } from './task.ts';
import { TIMINGS } from './timings.ts';
import type { Timings } from './timings.ts';
import { readWorkers } from './worker-registry.ts';
import type { WorkerEntry } from './worker-registry.ts';

/** A connection inside the caller's transaction: a pg client, or an adapter around Prisma's. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

export interface EnqueueOptions {
  /** The task exists when this transaction commits, and never did when it rolls back. */
  readonly sql?: Sql;
  /** A UUID. While a task of this name and id is kept (days), another with it is ignored. */
  readonly id?: string;
  /** For tasks in lines: whose line, and where. */
  readonly line?: LinePlace;
  readonly startAfterMs?: number;
}

/** Calls what it is given in the context in which it was made. */
export type Within = <T>(work: () => T) => T;

export interface PlacedTask<Input> {
  readonly id: string;
  readonly line: LinePlace;
  readonly input: Input;
  /** Runs in the context of who asked (`AsyncLocalStorage.snapshot`), so that the task carries their trace. */
  readonly within?: Within;
}

export interface TaskQueue {
  /** @returns the task's id, or `undefined` when one with the given id is there already. */
  enqueue<Schema extends z.ZodType>(
    task: Task<Schema>,
    input: z.input<Schema>,
    options?: EnqueueOptions,
  ): Promise<string | undefined>;
  /** `within`: in whose context each of the inputs is sealed, so that its task carries their trace. */
  enqueueAll<Schema extends z.ZodType>(
    task: Task<Schema>,
    inputs: readonly z.input<Schema>[],
    options?: Pick<EnqueueOptions, 'sql' | 'startAfterMs' | 'line'> & {
      readonly within?: readonly (Within | undefined)[];
    },
  ): Promise<void>;
  /** Tasks in lines, each with its own id and place, as `enqueue` would write them one by one; those there already are left. */
  enqueuePlaced<Schema extends z.ZodType>(
    task: Task<Schema>,
    placed: readonly PlacedTask<z.input<Schema>>[],
    options?: Pick<EnqueueOptions, 'sql'>,
  ): Promise<void>;
  /** Takes tasks out of the queue; runs under way are aborted at once. */
  cancel(task: Task, ids: readonly string[], options?: Pick<EnqueueOptions, 'sql'>): Promise<void>;
  /** Gives what a person has waiting for this task another tier and other slots. @returns how many tasks moved. */
  moveLine(task: Task, move: LineMove, options?: Pick<EnqueueOptions, 'sql'>): Promise<number>;
  /** The states of these tasks; those that are not kept any more are missing. */
  states(task: Task, ids: readonly string[]): Promise<ReadonlyMap<string, TaskState>>;
  /** Everyone who waits for any of the tasks, each with their first ones, and the room's own state. */
  lines(
    tasks: readonly string[],
    options: { readonly firstMax: number },
  ): Promise<{ readonly lines: LineOfTask[]; readonly room: Room }>;
  workers(): Promise<WorkerEntry[]>;
  /** How many tasks of each name have used up all their runs and are still kept; as of the last round of whoever supervises the queue. */
  dead(): Promise<ReadonlyMap<string, number>>;
  /** Drops what is kept of people who had no turn for a day: it weighs nothing any more. */
  forgetIdle(): Promise<void>;
  /** Nothing that stands in a line begins until `resume`; what runs goes on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  pausedAt(): Promise<Date | null>;
  /** pg-boss itself, for the worker of this package. */
  readonly boss: PgBoss;
  readonly timings: Timings;
  readonly ensure: (task: Task) => Promise<void>;
  close(): Promise<void>;
}

export interface QueueOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Also look after lapsed leases, as workers do. */
  readonly supervise?: boolean;
  readonly timings?: Timings;
}

/** Woken workers listen here; the payload is the task's name. */
export const WAKE_CHANNEL = 'modu_tasks';
/** Ids of tasks that were taken out of the queue, separated by commas. */
export const CANCEL_CHANNEL = 'modu_tasks_cancel';
const NOTIFY = 'SELECT pg_notify($1, $2)';
/** So many ids fit a notification. */
const CANCEL_BATCH = 200;

/** Opens the queue that lies in this database. */
export async function createTaskQueue(options: QueueOptions): Promise<TaskQueue> {
  const timings = options.timings ?? TIMINGS;
  const boss = await openBoss({ supervise: false, ...options, timings });
  const ensure = once((task) => ensureQueue(boss, task, timings));
  const own: Sql = { query: async (text, values) => boss.getDb().executeSql(text, values) };

  return {
    boss,
    timings,
    ensure,
    enqueue: async (task, input, settings = {}) => {
      const { id, line, startAfterMs } = settings;
      const data = sealEnvelope(task, input);
      const placed = toColumns(task, line);
      await ensure(task);
      const db = toDb(boss, settings.sql);
      const sent = await boss.send(task.name, data, { db, ...placed, ...later(startAfterMs), ...(id ? { id } : {}) });
      if (sent && !startAfterMs) await db.executeSql(NOTIFY, [WAKE_CHANNEL, task.name]);
      return sent ?? undefined;
    },
    enqueueAll: async (task, inputs, settings = {}) => {
      if (inputs.length === 0) return;
      const { line, startAfterMs, within = [] } = settings;
      const placed = { ...toColumns(task, line), ...later(startAfterMs) };
      const jobs: JobInsert[] = inputs.map((input, index) => ({
        data: (within[index] ?? here)(() => sealEnvelope(task, input)),
        ...placed,
      }));
      await ensure(task);
      const db = toDb(boss, settings.sql);
      await boss.insert(task.name, jobs, { db });
      if (!startAfterMs) await db.executeSql(NOTIFY, [WAKE_CHANNEL, task.name]);
    },
    enqueuePlaced: async (task, placed, { sql } = {}) => {
      if (placed.length === 0) return;
      const jobs = placed.map(({ id, line, input, within = here }) => ({
        id,
        data: within(() => sealEnvelope(task, input)),
        ...toColumns(task, line),
      }));
      await ensure(task);
      const db = toDb(boss, sql);
      await boss.insert(task.name, jobs, { db });
      await db.executeSql(NOTIFY, [WAKE_CHANNEL, task.name]);
    },
    cancel: async (task, ids, settings = {}) => {
      if (ids.length === 0) return;
      await ensure(task);
      const db = toDb(boss, settings.sql);
      await boss.cancel(task.name, [...ids], { db });
      for (let from = 0; from < ids.length; from += CANCEL_BATCH)
        await db.executeSql(NOTIFY, [CANCEL_CHANNEL, ids.slice(from, from + CANCEL_BATCH).join(',')]);
    },
    moveLine: async (task, move, settings = {}) => {
      toColumns(task, { ...move, costMs: 0 });
      await ensure(task);
      return moveLine(settings.sql ?? own, task.name, move);
    },
    states: async (task, ids) => readStates(boss, { task, ids }),
    dead: () => readDead(own),
    lines: async (tasks, { firstMax }) => ({
      room: await readRoom(own, tasks),
      lines: await readLines(own, { tasks, firstMax }),
    }),
    ...ofAllTasks(own),
    close: () => boss.stop({ graceful: false, close: true }),
  };
}

/** What concerns everybody in every line. */
function ofAllTasks(own: Sql): Pick<TaskQueue, 'workers' | 'forgetIdle' | 'pause' | 'resume' | 'pausedAt'> {
  return {
    workers: () => readWorkers(own),
    forgetIdle: () => forgetIdle(own),
    pause: () => setPaused(own, true),
    resume: () => setPaused(own, false),
    pausedAt: () => readPause(own),
  };
}

const here: Within = (work) => work();

function later(startAfterMs: number | undefined): { startAfter?: Date } {
  return startAfterMs ? { startAfter: new Date(Date.now() + startAfterMs) } : {};
}

/** Makes each task's queue once in this process; a failure is tried again the next time. */
function once(make: (task: Task) => Promise<void>): (task: Task) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  return (task) => {
    const pending = made.get(task.name) ?? make(task);
    made.set(task.name, pending);
    return pending.catch((error: unknown) => {
      made.delete(task.name);
      throw error;
    });
  };
}

function toDb(boss: PgBoss, sql: Sql | undefined): Db {
  if (!sql) return boss.getDb();
  return { executeSql: async (text, values) => ({ rows: [...(await sql.query(text, values ?? [])).rows] }) };
}

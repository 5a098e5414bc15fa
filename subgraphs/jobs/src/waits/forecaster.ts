import type { Line, TaskQueue, WorkerEntry } from '@modu/tasks';
import type { Pool } from 'pg';
import { jobRunTask } from '../contracts.ts';
import { playOn } from '../domain/foresee.ts';
import type { Forecast, Play, QueueNow } from '../domain/foresee.ts';
import type { Job } from '../domain/job.ts';
import { foreseeOneMore } from '../domain/one-more.ts';
import { farBack } from '../domain/place.ts';
import type { Place } from '../domain/place.ts';
import { learnPaces } from '../domain/paces.ts';
import type { Paces } from '../domain/paces.ts';
import { tierLevel } from '../domain/tier.ts';
import type { Tier } from '../domain/tier.ts';
import { readNeeds, readPastRuns, readRunning } from '../store/queue-reads.ts';
import { createLooks } from './looks.ts';

/** Foretells who waits how long. One look at the queue serves everyone who asks within a moment. */
export interface Forecaster {
  /** The places of those of these jobs that wait; of none while the studio is paused. */
  places(jobs: readonly Waiting[]): Promise<ReadonlyMap<string, Place>>;
  /** What a job would be told that this person made now. */
  next(wanted: {
    readonly kind: string;
    readonly ownerId: string;
    readonly tier: Tier;
    readonly costMs: number;
  }): Promise<Forecast>;
  /** How long runs of the kind take of late. */
  paces(kind: string): Promise<Paces>;
}

export type Waiting = Pick<Job, 'id' | 'kind' | 'ownerId' | 'createdAt' | 'attempt'>;

interface ForecasterOptions {
  readonly queue: TaskQueue;
  readonly pool: Pool;
  readonly coldStartMs: number;
  readonly freshMs?: number;
}

interface Look {
  /** When it began, of the clock that dates jobs. */
  readonly at: number;
  readonly queue: QueueNow;
  readonly lineOf: ReadonlyMap<string, Line>;
  readonly play: Play;
  /** Of the first turns; undefined while nothing begins. */
  readonly forecasts: ReadonlyMap<string, Forecast> | undefined;
}

const FRESH_MS = 500;
/** A job may be seen so much later than it is dated: it is committed after that, and clocks differ. */
const SEEN_WITHIN_MS = 2_000;
/** Of each person so many jobs are placed; of more, only how far back they are at least is told. */
const FIRST_MAX = 300;
/** Of so many who wait the models are looked up; more turns than these are not played on. */
const NEEDS_MAX = 2_000;
/** A first worker that is late is still to come; nobody is told that it is here. */
const COLD_SHARE_MIN = 0.1;
const NEXT_SLOTS = 100;

export function createForecaster({ queue, pool, coldStartMs, freshMs = FRESH_MS }: ForecasterOptions): Forecaster {
  const look = async (key: string): Promise<Look> => {
    const at = Date.now();
    const kinds = key.split(' ');
    const tasks = kinds.map(taskOf);
    const [{ lines, room }, workers, running, ...past] = await Promise.all([
      queue.lines(tasks, { firstMax: FIRST_MAX }),
      queue.workers(),
      readRunning(pool),
      ...kinds.map((kind) => readPastRuns(pool, kind)),
    ]);
    const slots = countSlots(workers, tasks);
    const paces = learnPaces(past.flat(), slots);
    const pacesOf = new Map(tasks.map((task, index) => [task, learnPaces(past[index] ?? [], slots)]));
    const needs = paces.differ ? await readNeeds(pool, firstOf(lines)) : new Map<string, string>();
    const { turn, nowMs } = room;
    const firstAtMs = Math.min(nowMs, ...lines.flatMap(({ waiting }) => waiting.slice(0, 1).map(({ atMs }) => atMs)));
    const now: QueueNow = {
      ...{ lines, firstMax: FIRST_MAX, turn, nowMs, slots, paces, pacesOf, needs },
      running: running.map((run) => ({ ...run, task: taskOf(run.kind), isElsewhere: !kinds.includes(run.kind) })),
      coldStartMs: Math.max(coldStartMs - (nowMs - firstAtMs), coldStartMs * COLD_SHARE_MIN),
    };
    const lineOf = new Map(lines.map((line) => [line.ownerId, line]));
    const play = playOn(now);
    return { at, queue: now, lineOf, play, forecasts: room.paused ? undefined : play.forecasts };
  };
  const looks = createLooks(look, { freshMs });
  const workersLately = createLooks(() => queue.workers(), { freshMs });
  const keyOf = async (kind: string) => kindsTogether(await workersLately.lately('all'), kind).join(' ');

  return {
    places: async (jobs) => {
      const places = new Map<string, Place>();
      const kinds = [...new Set(jobs.map(({ kind }) => kind))];
      const keys = new Map(await Promise.all(kinds.map(async (kind) => [kind, await keyOf(kind)] as const)));
      for (const [key = '', together] of Map.groupBy(jobs, ({ kind }) => keys.get(kind))) {
        const known = await looks.lately(key);
        // One that is missing may have been made since; an older one is behind the end of the look, or waits no more.
        const isComplete = together.every(
          ({ id, createdAt }) => known.forecasts?.has(id) || createdAt.getTime() + SEEN_WITHIN_MS < known.at,
        );
        const seen = isComplete ? known : await looks.again(key);
        for (const job of together) {
          const place = placeOf(job, seen);
          if (place) places.set(job.id, place);
        }
      }
      return places;
    },
    next: async ({ kind, ownerId, tier, costMs }) => {
      const { queue: now, play, lineOf } = await looks.lately(await keyOf(kind));
      const line = lineOf.get(ownerId) ?? newLine(now, { ownerId, tier });
      // Behind more than is known: `lastOf`.
      if (line.waiting.length >= FIRST_MAX) return lastOf(now);
      const { factor } = (now.pacesOf?.get(taskOf(kind)) ?? now.paces).of(null);
      return foreseeOneMore(now, play, { line, tookMs: costMs * factor }) ?? lastOf(now);
    },
    paces: async (kind) => {
      const { paces, pacesOf } = (await looks.lately(await keyOf(kind))).queue;
      return pacesOf?.get(taskOf(kind)) ?? paces;
    },
  };
}

function placeOf(job: Waiting, { forecasts, lineOf }: Look): Place | undefined {
  const line = lineOf.get(job.ownerId);
  const forecast = forecasts?.get(job.id);
  if (forecast || !forecasts || !line) return forecast;
  return farBack(job, { line, firstMax: FIRST_MAX, turns: forecasts.size });
}

const taskOf = (kind: string): string => jobRunTask(kind).name;
const RUN_TASK = taskOf('');

/** The kinds that have their slots in common with this one on the workers that are there. */
function kindsTogether(workers: readonly WorkerEntry[], kind: string): string[] {
  const pools = new Set(workers.flatMap(({ task, pool }) => (task === taskOf(kind) && pool ? [pool] : [])));
  const others = workers.filter(({ task, pool }) => pool && pools.has(pool) && task.startsWith(RUN_TASK));
  return [...new Set([kind, ...others.map(({ task }) => task.slice(RUN_TASK.length))])].sort();
}

/** How many of these tasks can run at once; those that share slots have them once. */
function countSlots(workers: readonly WorkerEntry[], tasks: readonly string[]): number {
  const there = workers.filter(({ task, draining }) => tasks.includes(task) && !draining);
  return [...new Map(there.map(({ id, pool, slots }) => [pool ?? id, slots])).values()].reduce(
    (sum, slots) => sum + slots,
    0,
  );
}

/** Of each line as many as fit. */
function firstOf(lines: QueueNow['lines']): string[] {
  const each = Math.ceil(NEEDS_MAX / Math.max(1, lines.length));
  return lines.flatMap(({ waiting }) => waiting.slice(0, each).map(({ id }) => id));
}

/** Of somebody who does not wait yet. */
function newLine({ nowMs, running }: QueueNow, { ownerId, tier }: { ownerId: string; tier: Tier }): Line {
  const mine = running.filter((run) => run.ownerId === ownerId);
  const runningMs = mine.reduce((sum, run) => sum + run.costMs, 0);
  const line = { ownerId, tier: tierLevel(tier), slots: NEXT_SLOTS, running: mine.length, runningMs, usedMs: 0 };
  return { ...line, waitsSinceMs: nowMs, waiting: [] };
}

/** Behind more turns than are played on: after all the work there is. */
function lastOf({ lines, running, slots, paces }: QueueNow): Forecast {
  const queued = lines.flatMap((line) => line.waiting);
  const ahead = [...queued, ...running].reduce((sum, { costMs }) => sum + costMs, 0);
  const startsInMs = (ahead * paces.of(null).factor) / Math.max(1, slots);
  return { position: queued.length, startsInMs, endsInMs: startsInMs };
}

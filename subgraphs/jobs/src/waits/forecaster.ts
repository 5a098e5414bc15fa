import type { TaskQueue } from '@modu/tasks';
import type { Pool } from 'pg';
import { jobRunTask } from '../contracts.ts';
import { foresee } from '../domain/foresee.ts';
import type { Forecast, QueueNow } from '../domain/foresee.ts';
import type { Job } from '../domain/job.ts';
import { tierLevel } from '../domain/tier.ts';
import type { Tier } from '../domain/tier.ts';
import { readPace, readRunning } from '../store/queue-reads.ts';

/** Foretells who waits how long. One look at the queue serves everyone who asks within a moment. */
export interface Forecaster {
  /** The places of those of these jobs that wait. */
  places(jobs: readonly Pick<Job, 'id' | 'kind'>[]): Promise<ReadonlyMap<string, Forecast>>;
  /** What a job would be told that this person made now. */
  next(wanted: {
    readonly kind: string;
    readonly ownerId: string;
    readonly tier: Tier;
    readonly costMs: number;
  }): Promise<Forecast>;
  pace(kind: string): Promise<number>;
}

interface ForecasterOptions {
  readonly queue: TaskQueue;
  readonly pool: Pool;
  readonly coldStartMs: number;
  readonly freshMs?: number;
}

interface Look {
  readonly queue: QueueNow;
  readonly forecasts: ReadonlyMap<string, Forecast>;
}

const FRESH_MS = 500;
const JUST_NOW_MS = 20;
const KINDS_MAX = 200;
/** Of each person so many jobs are placed; who has more sees places for the first. */
const FIRST_MAX = 300;
const NEXT = 'next';
const NEXT_SLOTS = 100;

export function createForecaster({ queue, pool, coldStartMs, freshMs = FRESH_MS }: ForecasterOptions): Forecaster {
  const looks = new Map<string, { readonly at: number; readonly look: Promise<Look> }>();

  const look = async (kind: string): Promise<Look> => {
    const task = jobRunTask(kind).name;
    const [{ lines, room }, workers, running, pace] = await Promise.all([
      queue.lines(task, { firstMax: FIRST_MAX }),
      queue.workers(),
      readRunning(pool, kind),
      readPace(pool, kind),
    ]);
    const slots = workers.reduce(
      (sum, worker) => sum + (worker.task === task && !worker.draining ? worker.slots : 0),
      0,
    );
    const now: QueueNow = { lines, turn: room.turn, nowMs: room.nowMs, running, slots, pace, coldStartMs };
    return { queue: now, forecasts: foresee(now) };
  };
  const lookLately = (kind: string, youngerMs = freshMs): Promise<Look> => {
    const known = looks.get(kind);
    if (known && performance.now() - known.at < youngerMs) return known.look;
    const looking = look(kind);
    looks.delete(kind);
    looks.set(kind, { at: performance.now(), look: looking });
    const oldest = looks.keys().next();
    if (looks.size > KINDS_MAX && !oldest.done) looks.delete(oldest.value);
    looking.catch(() => looks.delete(kind));
    return looking;
  };

  return {
    places: async (jobs) => {
      const places = new Map<string, Forecast>();
      for (const [kind, ofKind] of Map.groupBy(jobs, (job) => job.kind)) {
        const known = await lookLately(kind);
        // Whoever is missing may have been made since.
        const isComplete = ofKind.every(({ id }) => known.forecasts.has(id));
        const { forecasts } = isComplete ? known : await lookLately(kind, JUST_NOW_MS);
        for (const { id } of ofKind) {
          const forecast = forecasts.get(id);
          if (forecast) places.set(id, forecast);
        }
      }
      return places;
    },
    next: async ({ kind, ownerId, tier, costMs }) => {
      const { queue: now } = await lookLately(kind);
      return foresee({ ...now, lines: withOneMore(now, { ownerId, tier, costMs }) }).get(NEXT) ?? lastOf(now);
    },
    pace: async (kind) => (await lookLately(kind)).queue.pace,
  };
}

function withOneMore(
  { lines, nowMs, running }: QueueNow,
  { ownerId, tier, costMs }: { ownerId: string; tier: Tier; costMs: number },
): QueueNow['lines'] {
  const task = { id: NEXT, costMs };
  const own = lines.find((line) => line.ownerId === ownerId);
  if (own) return lines.map((line) => (line === own ? { ...own, waiting: [...own.waiting, task] } : line));
  const mine = running.filter((run) => run.ownerId === ownerId);
  const runningMs = mine.reduce((sum, run) => sum + run.costMs, 0);
  const line = { ownerId, tier: tierLevel(tier), slots: NEXT_SLOTS, running: mine.length, runningMs, usedMs: 0 };
  return [...lines, { ...line, waitsSinceMs: nowMs, waiting: [task] }];
}

/** Behind more turns than are played on: after all the work there is. */
function lastOf({ lines, running, slots, pace }: QueueNow): Forecast {
  const queued = lines.flatMap((line) => line.waiting);
  const ahead = [...queued, ...running].reduce((sum, { costMs }) => sum + costMs, 0);
  const startsInMs = (ahead * pace) / Math.max(1, slots);
  return { position: queued.length, startsInMs, endsInMs: startsInMs };
}

import type { TaskQueue } from '@modu/tasks';
import type { Pool } from 'pg';
import { jobRunTask } from '../contracts.ts';
import { foresee } from '../domain/foresee.ts';
import type { Forecast, QueueNow } from '../domain/foresee.ts';
import type { Job } from '../domain/job.ts';
import { learnPaces } from '../domain/paces.ts';
import type { Paces } from '../domain/paces.ts';
import { tierLevel } from '../domain/tier.ts';
import type { Tier } from '../domain/tier.ts';
import { readNeeds, readPastRuns, readRunning } from '../store/queue-reads.ts';
import { createLooks } from './looks.ts';

/** Foretells who waits how long. One look at the queue serves everyone who asks within a moment. */
export interface Forecaster {
  /** The places of those of these jobs that wait, but for those behind more turns than are played on. */
  places(jobs: readonly Pick<Job, 'id' | 'kind' | 'createdAt'>[]): Promise<ReadonlyMap<string, Forecast>>;
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
  readonly forecasts: ReadonlyMap<string, Forecast>;
  /** What was foretold of one more job, by whose it would be: whoever asks again while the look is fresh is told the same. */
  readonly next: Map<string, Forecast>;
}

const FRESH_MS = 500;
/** A job may be seen so much later than it is dated: it is committed after that, and clocks differ. */
const SEEN_WITHIN_MS = 2_000;
/** Of each person so many jobs are placed; who has more sees places for the first. */
const FIRST_MAX = 300;
/** Of so many who wait the models are looked up; more turns than these are not played on. */
const NEEDS_MAX = 2_000;
const NEXT = 'next';
const NEXT_SLOTS = 100;

export function createForecaster({ queue, pool, coldStartMs, freshMs = FRESH_MS }: ForecasterOptions): Forecaster {
  const look = async (kind: string): Promise<Look> => {
    const at = Date.now();
    const task = jobRunTask(kind).name;
    const [{ lines, room }, workers, running, past] = await Promise.all([
      queue.lines([task], { firstMax: FIRST_MAX }),
      queue.workers(),
      readRunning(pool, kind),
      readPastRuns(pool, kind),
    ]);
    const slots = workers.reduce(
      (sum, worker) => sum + (worker.task === task && !worker.draining ? worker.slots : 0),
      0,
    );
    const paces = learnPaces(past, slots);
    const needs = paces.differ ? await readNeeds(pool, firstOf(lines)) : new Map<string, string>();
    const { turn, nowMs } = room;
    const now: QueueNow = { lines, turn, nowMs, running, slots, paces, needs, coldStartMs };
    return { at, queue: now, forecasts: foresee(now), next: new Map() };
  };
  const looks = createLooks(look, { freshMs });

  return {
    places: async (jobs) => {
      const places = new Map<string, Forecast>();
      for (const [kind, ofKind] of Map.groupBy(jobs, (job) => job.kind)) {
        const known = await looks.lately(kind);
        // One that is missing may have been made since; an older one is behind the end of the look, or waits no more.
        const isComplete = ofKind.every(
          ({ id, createdAt }) => known.forecasts.has(id) || createdAt.getTime() + SEEN_WITHIN_MS < known.at,
        );
        const { forecasts } = isComplete ? known : await looks.again(kind);
        for (const { id } of ofKind) {
          const forecast = forecasts.get(id);
          if (forecast) places.set(id, forecast);
        }
      }
      return places;
    },
    next: async ({ kind, ownerId, tier, costMs }) => {
      const { queue: now, next } = await looks.lately(kind);
      const isKnown =
        now.lines.some((line) => line.ownerId === ownerId) || now.running.some((run) => run.ownerId === ownerId);
      const key = `${isKnown ? ownerId : tier} ${costMs}`;
      const oneMore = { ...now, lines: withOneMore(now, { ownerId, tier, costMs }) };
      const told = next.get(key) ?? foresee(oneMore).get(NEXT) ?? lastOf(now);
      next.set(key, told);
      return told;
    },
    paces: async (kind) => (await looks.lately(kind)).queue.paces,
  };
}

/** Of each line as many as fit. */
function firstOf(lines: QueueNow['lines']): string[] {
  const each = Math.ceil(NEEDS_MAX / Math.max(1, lines.length));
  return lines.flatMap(({ waiting }) => waiting.slice(0, each).map(({ id }) => id));
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
function lastOf({ lines, running, slots, paces }: QueueNow): Forecast {
  const queued = lines.flatMap((line) => line.waiting);
  const ahead = [...queued, ...running].reduce((sum, { costMs }) => sum + costMs, 0);
  const startsInMs = (ahead * paces.of(null).factor) / Math.max(1, slots);
  return { position: queued.length, startsInMs, endsInMs: startsInMs };
}

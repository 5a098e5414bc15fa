import { afterTurn, chooseLine } from '@modu/tasks';
import type { Line } from '@modu/tasks';

/** When a job that waits will have its turn, if all goes as estimated and nobody else comes. */
export interface Forecast {
  /** 1 is next. */
  readonly position: number;
  readonly startsInMs: number;
  readonly endsInMs: number;
}

/** One that runs now. */
export interface RunningNow {
  readonly ownerId: string;
  readonly costMs: number;
  readonly elapsedMs: number;
}

export interface QueueNow {
  readonly lines: readonly Line[];
  readonly turn: number;
  readonly nowMs: number;
  readonly running: readonly RunningNow[];
  /** How many can run at once on the workers that are there. */
  readonly slots: number;
  /** How long runs take, as a multiple of their estimates: what the last ones taught. */
  readonly pace: number;
  /** Until the first worker is there, where there is none. */
  readonly coldStartMs: number;
}

interface Run {
  readonly ownerId: string;
  readonly costMs: number;
  readonly endsAtMs: number;
}

/** Further down the line the guess is worth little, and each turn costs a look at everyone who waits. */
const TURNS_MAX = 1_000;

/** Plays the queue on, with the very function that decides whose turn it is. */
export function foresee(queue: QueueNow): ReadonlyMap<string, Forecast> {
  const { pace, nowMs, turn } = queue;
  const lines = new Map(queue.lines.map((line) => [line.ownerId, line]));
  const runs: Run[] = queue.running.map(({ ownerId, costMs, elapsedMs }) => ({
    ...{ ownerId, costMs, endsAtMs: nowMs + Math.max(0, costMs * pace - elapsedMs) },
  }));
  const slots = Math.max(1, queue.slots);
  const forecasts = new Map<string, Forecast>();
  let clockMs = queue.slots === 0 && runs.length === 0 ? nowMs + queue.coldStartMs : nowMs;

  while (forecasts.size < TURNS_MAX) {
    const line =
      runs.length < slots
        ? chooseLine([...lines.values()], { nowMs: clockMs, turn: turn + forecasts.size })
        : undefined;
    const task = line?.waiting[0];
    if (line && task) {
      const startsInMs = clockMs - nowMs;
      const endsAtMs = clockMs + task.costMs * pace;
      forecasts.set(task.id, { position: forecasts.size + 1, startsInMs, endsInMs: endsAtMs - nowMs });
      lines.set(line.ownerId, afterTurn(line, clockMs));
      runs.push({ ownerId: line.ownerId, costMs: task.costMs, endsAtMs });
      continue;
    }
    const next = takeFirstToEnd(runs);
    if (!next) break;
    clockMs = Math.max(clockMs, next.endsAtMs);
    const freed = lines.get(next.ownerId);
    if (freed)
      lines.set(next.ownerId, { ...freed, running: freed.running - 1, runningMs: freed.runningMs - next.costMs });
  }
  return forecasts;
}

function takeFirstToEnd(runs: Run[]): Run | undefined {
  let first = 0;
  for (let n = 1; n < runs.length; n += 1) if ((runs[n]?.endsAtMs ?? 0) < (runs[first]?.endsAtMs ?? 0)) first = n;
  return runs.splice(first, 1)[0];
}

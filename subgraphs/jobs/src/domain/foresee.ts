import { afterTurn, chooseLine } from '@modu/tasks';
import type { Line } from '@modu/tasks';
import { expectedRunMs } from './paces.ts';
import type { Paces } from './paces.ts';

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
  /** The model it needs, if any. */
  readonly loads: string | null;
  /** The task that runs it. */
  readonly task?: string;
  /** It has other slots than those who wait here: it fills its owner's alone. */
  readonly isElsewhere?: boolean;
}

export interface QueueNow {
  readonly lines: readonly Line[];
  /** A line of so many has more that are not known. */
  readonly firstMax?: number;
  readonly turn: number;
  readonly nowMs: number;
  readonly running: readonly RunningNow[];
  /** How many can run at once on the workers that are there. */
  readonly slots: number;
  /** How long runs take: what the last ones taught. */
  readonly paces: Paces;
  /** The same of each task, where several share the slots. */
  readonly pacesOf?: ReadonlyMap<string, Paces>;
  /** The models that those who wait need; who is missing needs none. */
  readonly needs: ReadonlyMap<string, string | null>;
  /** Until the first worker is there, where there is none. */
  readonly coldStartMs: number;
}

export interface Run {
  readonly ownerId: string;
  readonly costMs: number;
  readonly endsAtMs: number;
  readonly loads: string | null;
  readonly isElsewhere: boolean;
}

/** Further down the line the guess is worth little, and each turn costs a look at everyone who waits. */
const TURNS_MAX = 1_000;

/**
 * Plays the queue on, with the very function that decides whose turn it is, and as far as it is known: behind a line of which
 * only the first are, nobody is promised anything.
 */
export const foresee = (queue: QueueNow): ReadonlyMap<string, Forecast> => playOn(queue).forecasts;

/** One turn as it was played: whose, and how they stood before it. */
export interface Turn {
  readonly line: Line;
  readonly clockMs: number;
  /** Of all turns of the studio. */
  readonly turn: number;
}

/** The queue played on. */
export interface Play {
  readonly forecasts: ReadonlyMap<string, Forecast>;
  readonly turns: readonly Turn[];
  /** All that runs or ran while it was played, and when each ends. */
  readonly runs: readonly Run[];
  /** When the first turn can be. */
  readonly beginsAtMs: number;
  /** Until nobody waits any more. */
  readonly isWhole: boolean;
}

/** The same, with how it went. */
export function playOn(queue: QueueNow): Play {
  const { paces, nowMs, turn, needs, firstMax = Number.POSITIVE_INFINITY } = queue;
  const pacesOf = (task: string | undefined) => (task ? queue.pacesOf?.get(task) : undefined) ?? paces;
  const lines = new Map(queue.lines.map((line) => [line.ownerId, line]));
  const cut = new Set(queue.lines.flatMap(({ ownerId, waiting }) => (waiting.length >= firstMax ? [ownerId] : [])));
  const runs: Run[] = queue.running.map(({ elapsedMs, task, isElsewhere = false, ...run }) => {
    const startedAtMs = nowMs - elapsedMs;
    const tookMs = isElsewhere ? run.costMs : expectedRunMs(pacesOf(task), { ...run, startedAtMs });
    return { ...run, isElsewhere, endsAtMs: nowMs + Math.max(0, tookMs - elapsedMs) };
  });
  const slots = Math.max(1, queue.slots);
  let taken = runs.filter(({ isElsewhere }) => !isElsewhere).length;
  const idle = paces.atHand(nowMs).slice(0, Math.max(0, slots - taken));
  const forecasts = new Map<string, Forecast>();
  const turns: Turn[] = [];
  const allRuns = [...runs];
  let isCut = false;
  const beginsAtMs = queue.slots === 0 && taken === 0 ? nowMs + queue.coldStartMs : nowMs;
  let clockMs = beginsAtMs;

  while (forecasts.size < TURNS_MAX) {
    const line =
      taken < slots ? chooseLine([...lines.values()], { nowMs: clockMs, turn: turn + forecasts.size }) : undefined;
    const task = line?.waiting[0];
    if (line && task) {
      const startsInMs = clockMs - nowMs;
      const loads = needs.get(task.id) ?? null;
      const pace = pacesOf(task.task).of(loads);
      const endsAtMs = clockMs + (takeSlot(idle, loads) ? 0 : pace.loadMs) + task.costMs * pace.factor;
      forecasts.set(task.id, { position: forecasts.size + 1, startsInMs, endsInMs: endsAtMs - nowMs });
      turns.push({ line, clockMs, turn: turn + turns.length });
      lines.set(line.ownerId, afterTurn(line, clockMs));
      const run = { ownerId: line.ownerId, costMs: task.costMs, endsAtMs, loads, isElsewhere: false };
      runs.push(run);
      allRuns.push(run);
      if (line.waiting.length === 1 && cut.has(line.ownerId)) {
        isCut = true;
        break;
      }
      taken += 1;
      continue;
    }
    const next = takeFirstToEnd(runs);
    if (!next) break;
    clockMs = Math.max(clockMs, next.endsAtMs);
    if (!next.isElsewhere) {
      idle.unshift(next.loads);
      taken -= 1;
    }
    const freed = lines.get(next.ownerId);
    if (freed)
      lines.set(next.ownerId, { ...freed, running: freed.running - 1, runningMs: freed.runningMs - next.costMs });
  }
  return { forecasts, turns, runs: allRuns, beginsAtMs, isWhole: !isCut && forecasts.size < TURNS_MAX };
}

/** Takes an idle slot, best one that has the model. @returns whether it has. */
function takeSlot(idle: (string | null)[], loads: string | null): boolean {
  const index = idle.indexOf(loads);
  if (index < 0) idle.pop();
  else idle.splice(index, 1);
  return index >= 0;
}

function takeFirstToEnd(runs: Run[]): Run | undefined {
  let first = 0;
  for (let n = 1; n < runs.length; n += 1) if ((runs[n]?.endsAtMs ?? 0) < (runs[first]?.endsAtMs ?? 0)) first = n;
  return runs.splice(first, 1)[0];
}

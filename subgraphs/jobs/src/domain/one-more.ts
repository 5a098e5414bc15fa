import { dueAt, OVERDUE_EVERY } from '@modu/tasks';
import type { Line } from '@modu/tasks';
import type { Forecast, Play, QueueNow, Run, Turn } from './foresee.ts';

interface OneMore {
  /** Of whoever asks, as it is now: what waits in it comes first. */
  readonly line: Line;
  readonly tookMs: number;
}

/**
 * When one more task of a person would have its turn, found in the queue as it was played on without it: before the first whom the person
 * would then come before. It costs a look at the turns where playing everything anew costs one at everybody for each of them.
 * @returns undefined where the play ends before.
 */
export function foreseeOneMore(
  { slots, nowMs }: Pick<QueueNow, 'slots' | 'nowMs'>,
  play: Play,
  { line, tookMs }: OneMore,
): Forecast | undefined {
  const { turns, runs, isWhole } = play;
  const own = runs.filter(({ ownerId }) => ownerId === line.ownerId);
  const from = turns.findLastIndex((turn) => turn.line.ownerId === line.ownerId) + 1;
  if (turns.filter((turn) => turn.line.ownerId === line.ownerId).length < line.waiting.length) return undefined;
  const usedMs = line.usedMs + line.waiting.reduce((sum, { costMs }) => sum + costMs, 0);
  const comesBefore = (turn: Turn): boolean => {
    const running = own.filter(({ endsAtMs }) => endsAtMs > turn.clockMs);
    if (running.length >= line.slots || isForOverdue(turn)) return false;
    if (line.tier !== turn.line.tier) return line.tier > turn.line.tier;
    return usedMs + sumOf(running) < turn.line.usedMs + turn.line.runningMs;
  };
  const found = turns.findIndex((turn, index) => index >= from && comesBefore(turn));
  if (found < 0 && !isWhole) return undefined;
  const startsAtMs = turns[found]?.clockMs ?? afterAll(play, { own, line, slots });
  const startsInMs = startsAtMs - nowMs;
  return { position: (found < 0 ? turns.length : found) + 1, startsInMs, endsInMs: startsInMs + tookMs };
}

const sumOf = (runs: readonly Run[]) => runs.reduce((sum, { costMs }) => sum + costMs, 0);

/** A turn that goes to whoever is overdue longest, whoever else waits. */
const isForOverdue = ({ line, clockMs, turn }: Turn): boolean =>
  turn % OVERDUE_EVERY === OVERDUE_EVERY - 1 && dueAt(line) <= clockMs;

/** Nobody waits any more: when a slot is free, and the person has room. */
function afterAll(
  { turns, runs, beginsAtMs }: Play,
  { own, line, slots }: { readonly own: readonly Run[]; readonly line: Line; readonly slots: number },
): number {
  const here = runs.filter(({ isElsewhere }) => !isElsewhere);
  const last = turns.at(-1)?.clockMs ?? beginsAtMs;
  return Math.max(last, freeAt(here, Math.max(1, slots)), freeAt(own, line.slots));
}

/** When fewer than so many of these run. */
function freeAt(runs: readonly Run[], most: number): number {
  const ends = runs.map(({ endsAtMs }) => endsAtMs).sort((a, b) => b - a);
  return ends[most - 1] ?? 0;
}

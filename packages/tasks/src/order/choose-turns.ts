import { afterTurn, chooseLine } from './policy.ts';
import type { Line, Moment, WaitingTask } from './policy.ts';

export interface Turn extends WaitingTask {
  readonly ownerId: string;
}

/** The tasks that begin now, in order, when so many slots are free. */
export function chooseTurns(
  lines: readonly Line[],
  { nowMs, turn, free }: Moment & { readonly free: number },
): readonly Turn[] {
  const current = [...lines];
  const turns: Turn[] = [];
  while (turns.length < free) {
    const line = chooseLine(current, { nowMs, turn: turn + turns.length });
    const task = line?.waiting[0];
    if (!line || !task) break;
    turns.push({ ...task, ownerId: line.ownerId });
    current[current.indexOf(line)] = afterTurn(line, nowMs);
  }
  return turns;
}

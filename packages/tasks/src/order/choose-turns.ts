import { afterTurn, chooseLine } from './policy.ts';
import type { Line, Moment, WaitingTask } from './policy.ts';

export interface Turn extends WaitingTask {
  readonly ownerId: string;
}

type Free = Moment & { readonly free: number };

/** The tasks that begin now, in order, when so many slots are free. */
export function chooseTurns(lines: readonly Line[], { nowMs, turn, free }: Free): readonly Turn[] {
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

/**
 * Who may have a turn, as far as the first task of each tells: whoever has none when nobody has more than one, has none either when some
 * have several, for those come in the place of others (a property test). What more these few wait for decides, and nothing else need be
 * read. Undefined when their first tasks decide already.
 */
export function mayHaveSeveral(heads: readonly Line[], moment: Free): ReadonlySet<string> | undefined {
  const chosen = new Set(chooseTurns(heads, moment).map(({ ownerId }) => ownerId));
  const several = heads.some((line) => chosen.has(line.ownerId) && line.slots - line.running > 1);
  return moment.free > 1 && several ? chosen : undefined;
}

import { chooseLine } from '@modu/tasks';
import type { Line } from '@modu/tasks';
import type { Policy } from './run-queue.ts';

const first = (lines: readonly Line[], isBefore: (a: Line, b: Line) => boolean): Line | undefined => {
  let best: Line | undefined;
  for (const line of lines) {
    if (line.running >= line.slots || line.waiting.length === 0) continue;
    if (!best || isBefore(line, best)) best = line;
  }
  return best;
};

const orderOf = ({ waiting }: Line) => Number(waiting[0]?.id ?? 0);

/** Ours, and what other queues do, to compare. */
export const POLICIES: Readonly<Record<string, Policy>> = {
  'ours: tiers, engine time, turns for the overdue': chooseLine,
  'strict priority, first come first served': (lines) =>
    first(lines, (a, b) => (a.tier === b.tier ? orderOf(a) < orderOf(b) : a.tier > b.tier)),
  'round robin between people, by jobs': (lines) => first(lines, (a, b) => a.waitsSinceMs < b.waitsSinceMs),
};

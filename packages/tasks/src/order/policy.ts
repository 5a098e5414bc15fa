/** The highest tier; 0 is the lowest. */
export const TIER_MAX = 4;

/** How long a person of a tier waits for a turn, lowest tier first, before the next turn for the overdue may be theirs. */
export const PATIENCE_MS: readonly number[] = [120_000, 60_000, 30_000, 20_000, 10_000];

/** Every so many turns, one is for whoever is overdue longest. */
export const OVERDUE_EVERY = 4;

/**
 * A person's wait begins anew after a turn, later by so many times of what it cost: who has long jobs is not overdue before
 * who has short ones, or the turns for the overdue would share out jobs instead of engine time.
 */
export const TURN_GRACE = 4;

/** What a person has used counts half after this time. */
export const HALF_LIFE_MS = 300_000;

export interface WaitingTask {
  readonly id: string;
  readonly costMs: number;
  /** Its name, in a line of several tasks. */
  readonly task?: string;
}

/** One person who waits, and what they wait for. */
export interface Line {
  readonly ownerId: string;
  readonly tier: number;
  /** How many of theirs may run at once, and how many do. */
  readonly slots: number;
  readonly running: number;
  /** Expected engine time of what runs, and of what they had recently (decayed; see `HALF_LIFE_MS`). */
  readonly runningMs: number;
  readonly usedMs: number;
  /** Since when they wait for a turn: the later of when their first task came and of their last turn (see `TURN_GRACE`). */
  readonly waitsSinceMs: number;
  /** In the order in which they will run. */
  readonly waiting: readonly WaitingTask[];
}

export interface Moment {
  readonly nowMs: number;
  /** Turns given so far. */
  readonly turn: number;
}

/**
 * Whose turn it is; undefined when nobody may run. The whole order of the studio is this function:
 *
 * 1. The higher tier first.
 * 2. Within a tier, whoever has the least engine time running and recently used, by estimate: a flood of jobs costs the
 *    flooder, not the others.
 * 3. Every fourth turn belongs to the person who is overdue longest, whatever their tier. A person is overdue who has waited
 *    for a turn longer than the patience of their tier.
 *
 * From 3 follows the bound: a person with a free slot has a turn at the latest `OVERDUE_EVERY × (1 + n)` turns after they
 * became overdue, `n` being the people who were due before them. Each of these has one such turn at most, for their wait
 * then begins anew, as it does for people who come later. Proven by a property test.
 */
export function chooseLine(lines: readonly Line[], { nowMs, turn }: Moment): Line | undefined {
  let first: Line | undefined;
  let overdue: Line | undefined;
  for (const line of lines) {
    if (line.running >= line.slots || line.waiting.length === 0) continue;
    if (!first || isBefore(line, first)) first = line;
    if (dueAt(line) <= nowMs && (!overdue || isDueBefore(line, overdue))) overdue = line;
  }
  return turn % OVERDUE_EVERY === OVERDUE_EVERY - 1 ? (overdue ?? first) : first;
}

/** When the person becomes overdue. */
export function dueAt({ tier, waitsSinceMs }: Pick<Line, 'tier' | 'waitsSinceMs'>): number {
  return waitsSinceMs + (PATIENCE_MS[tier] ?? 0);
}

/** What was used, as it counts after some time. */
export function decayed(usedMs: number, elapsedMs: number): number {
  return usedMs * 0.5 ** (Math.max(0, elapsedMs) / HALF_LIFE_MS);
}

/** The line after its first task has begun. */
export function afterTurn(line: Line, nowMs: number): Line {
  const [begun, ...waiting] = line.waiting;
  const costMs = begun?.costMs ?? 0;
  return {
    ...line,
    running: line.running + 1,
    runningMs: line.runningMs + costMs,
    usedMs: line.usedMs + costMs,
    waitsSinceMs: nowMs + costMs * TURN_GRACE,
    waiting,
  };
}

const loadOf = ({ runningMs, usedMs }: Line) => runningMs + usedMs;

function isBefore(a: Line, b: Line): boolean {
  if (a.tier !== b.tier) return a.tier > b.tier;
  return loadOf(a) !== loadOf(b) ? loadOf(a) < loadOf(b) : isOlder(a, b);
}

function isDueBefore(a: Line, b: Line): boolean {
  return dueAt(a) !== dueAt(b) ? dueAt(a) < dueAt(b) : isOlder(a, b);
}

function isOlder(a: Line, b: Line): boolean {
  return a.waitsSinceMs !== b.waitsSinceMs ? a.waitsSinceMs < b.waitsSinceMs : a.ownerId < b.ownerId;
}

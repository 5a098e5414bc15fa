import { afterTurn, chooseLine, decayed, dueAt, OVERDUE_EVERY } from '@modu/tasks';
import type { Line, Moment } from '@modu/tasks';

/** A job that someone will make. */
export interface Arrival {
  readonly ownerId: string;
  readonly tier: number;
  readonly slots: number;
  readonly atMs: number;
  readonly costMs: number;
}

export interface Served extends Arrival {
  readonly waitMs: number;
}

export interface Outcome {
  readonly served: readonly Served[];
  /** Engine time that each person had, up to `measureUntilMs`. */
  readonly engineMs: ReadonlyMap<string, number>;
  /** How many turns were due by the bound on waiting, and how many of these came later than it allows. */
  readonly due: { readonly turns: number; readonly late: number };
}

export type Policy = (lines: readonly Line[], moment: Moment) => Line | undefined;

interface Person extends Omit<Line, 'waiting'> {
  readonly waiting: { readonly id: string; readonly costMs: number; readonly arrival: Arrival }[];
  readonly usedAtMs: number;
  readonly bound?: number | undefined;
}

/** Plays the arrivals on so many engines, in made-up time: whose turn it is says the policy, as in the engine room. */
export function runQueue({
  arrivals,
  engines,
  policy = chooseLine,
  measureUntilMs = Number.POSITIVE_INFINITY,
}: {
  readonly arrivals: readonly Arrival[];
  readonly engines: number;
  readonly policy?: Policy;
  readonly measureUntilMs?: number;
}): Outcome {
  const people = new Map<string, Person>();
  const coming = arrivals.toSorted((a, b) => a.atMs - b.atMs);
  const runs: { readonly endsAtMs: number; readonly ownerId: string; readonly costMs: number }[] = [];
  const served: Served[] = [];
  const engineMs = new Map<string, number>();
  const due = { turns: 0, late: 0 };
  let [next, turn, nowMs] = [0, 0, 0];

  const begin = (line: Person) => {
    const [first] = line.waiting;
    if (!first) return;
    if (line.bound !== undefined) due.turns += 1;
    if (turn > (line.bound ?? turn)) due.late += 1;
    people.set(line.ownerId, {
      ...line,
      ...afterTurn(line, nowMs),
      waiting: line.waiting,
      usedAtMs: nowMs,
      bound: undefined,
    });
    line.waiting.shift();
    runs.push({ endsAtMs: nowMs + first.costMs, ownerId: line.ownerId, costMs: first.costMs });
    runs.sort((a, b) => a.endsAtMs - b.endsAtMs);
    served.push({ ...first.arrival, waitMs: nowMs - first.arrival.atMs });
    const counted = Math.max(0, Math.min(nowMs + first.costMs, measureUntilMs) - Math.min(nowMs, measureUntilMs));
    engineMs.set(line.ownerId, (engineMs.get(line.ownerId) ?? 0) + counted);
    turn += 1;
  };

  for (;;) {
    while (runs.length < engines) {
      const lines = waitingLines(people, nowMs);
      markDue(people, { nowMs, turn });
      const line = policy(lines, { nowMs, turn });
      if (!line) break;
      begin(people.get(line.ownerId) as Person);
    }
    const arrivesAt = coming[next]?.atMs ?? Number.POSITIVE_INFINITY;
    const endsAt = runs[0]?.endsAtMs ?? Number.POSITIVE_INFINITY;
    if (arrivesAt === Number.POSITIVE_INFINITY && endsAt === Number.POSITIVE_INFINITY) break;
    nowMs = Math.min(arrivesAt, endsAt);
    for (; (coming[next]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs; next += 1)
      arrive(people, coming[next] as Arrival, next);
    while ((runs[0]?.endsAtMs ?? Number.POSITIVE_INFINITY) <= nowMs) end(people, runs.shift());
  }
  return { served, engineMs, due };
}

function waitingLines(people: ReadonlyMap<string, Person>, nowMs: number): Person[] {
  const lines: Person[] = [];
  for (const person of people.values()) {
    if (person.waiting.length === 0 || person.running >= person.slots) continue;
    lines.push({ ...person, usedMs: decayed(person.usedMs, nowMs - person.usedAtMs) });
  }
  return lines;
}

function arrive(people: Map<string, Person>, arrival: Arrival, index: number): void {
  const { ownerId, tier, slots, atMs, costMs } = arrival;
  const fresh = {
    ownerId,
    tier,
    slots,
    running: 0,
    runningMs: 0,
    usedMs: 0,
    usedAtMs: 0,
    waitsSinceMs: atMs,
    waiting: [],
  };
  const known: Person = people.get(ownerId) ?? fresh;
  const waitsSinceMs = known.waiting.length === 0 ? Math.max(atMs, known.waitsSinceMs) : known.waitsSinceMs;
  known.waiting.push({ id: String(index), costMs, arrival });
  people.set(ownerId, { ...known, waitsSinceMs });
}

function end(people: Map<string, Person>, run: { ownerId: string; costMs: number } | undefined): void {
  const person = run && people.get(run.ownerId);
  if (!run || !person) return;
  people.set(run.ownerId, { ...person, running: person.running - 1, runningMs: person.runningMs - run.costMs });
}

/** From when a person with a free slot is overdue, their turn is bounded: the turn by which it must have come is noted. */
function markDue(people: Map<string, Person>, { nowMs, turn }: Moment): void {
  for (const person of people.values()) {
    const isFree = person.waiting.length > 0 && person.running < person.slots;
    if (!isFree) people.set(person.ownerId, { ...person, bound: undefined });
    else if (person.bound === undefined && dueAt(person) <= nowMs) {
      let before = 0;
      for (const other of people.values()) if (other.waiting.length > 0 && dueAt(other) <= dueAt(person)) before += 1;
      people.set(person.ownerId, { ...person, bound: turn + OVERDUE_EVERY * before - 1 });
    }
  }
}

import { isStale, withAnnouncement } from './announcements.ts';
import type { Announcement } from './announcements.ts';

/** A sentence as it stands in the region. */
export interface SpokenLine {
  readonly id: number;
  readonly sentence: string;
}

/** Between two sentences: a screen reader takes two changes of one moment for one, and reads the last. */
export const PACE_MS = 500;
/** What is being read is not taken away by what comes next. */
const LINES_MAX = 3;
/** Long enough to be read; whoever walks through the page later should not come upon what was so once. */
export const LINGER_MS = 10_000;

const listeners = new Set<() => void>();
let lines: readonly SpokenLine[] = [];
let waiting: readonly Announcement[] = [];
/** What was said last, until the next may be. */
let latest: Announcement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;

/**
 * Says one sentence to people who use a screen reader, politely: after what is being read now, and after what was announced before
 * it. At once after a silence, and when it tells where something is now of which the sentence before told.
 */
export function announce(sentence: string, how: Omit<Announcement, 'sentence'> = {}): void {
  if (latest?.sentence === sentence) return;
  const next = { sentence, ...how };
  if (latest !== null && !isStale(latest, next)) {
    waiting = withAnnouncement(waiting, next);
    return;
  }
  waiting = waiting.filter((each) => !isStale(each, next));
  say(next);
}

function say(next: Announcement): void {
  clearTimeout(timer);
  latest = next;
  count += 1;
  // A line that is added is heard, also where it says what the one before it said.
  lines = [...lines, { id: count, sentence: next.sentence }].slice(-LINES_MAX);
  timer = setTimeout(sayNext, PACE_MS);
  for (const listener of listeners) listener();
}

function sayNext(): void {
  latest = null;
  const [next, ...rest] = waiting;
  waiting = rest;
  if (next !== undefined) say(next);
  else timer = setTimeout(fallSilent, LINGER_MS);
}

function fallSilent(): void {
  lines = [];
  for (const listener of listeners) listener();
}

/** For LiveRegion only. */
export function subscribeAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For LiveRegion only. */
export function spokenLines(): readonly SpokenLine[] {
  return lines;
}

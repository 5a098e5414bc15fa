import type { TimeZone } from './time-zone.ts';

/** Days of a calendar that follow each other. A moment is of the last one that begins at or before it. */
export interface CalendarDays {
  /** `2026-11-21`, the earliest first. */
  readonly days: readonly string[];
  /** The moment each begins at, in the same order. */
  readonly starts: readonly Date[];
  /** Where the last one ends. */
  readonly end: Date;
}

const DAY_MS = 86_400_000;

/** The days of a zone that a span touches, from the one `from` lies in to the last that begins before `to`. */
export function listCalendarDays(span: { readonly from: Date; readonly to: Date }, zone: TimeZone): CalendarDays {
  const found: { day: string; start: Date }[] = [];
  const first = Math.floor((span.from.getTime() + zone.offsetMs(span.from)) / DAY_MS) * DAY_MS;
  for (let wallMs = first; ; wallMs += DAY_MS) {
    const start = momentOf(wallMs, zone);
    if (start >= span.to)
      return { days: found.map(({ day }) => day), starts: found.map((one) => one.start), end: start };
    // A calendar may leave a day out: the next one begins where it would.
    if (found.at(-1)?.start.getTime() === start.getTime()) found.pop();
    found.push({ day: new Date(wallMs).toISOString().slice(0, 10), start });
  }
}

/**
 * The first moment at which a zone's clocks show midnight, or later on that day where they are put forward over it. Clocks
 * change at most once around a midnight: it is counted by what they showed before and by what they show after.
 */
export function momentOf(wallMs: number, { offsetMs }: TimeZone): Date {
  const candidates = [-DAY_MS, DAY_MS].map((away) => wallMs - offsetMs(new Date(wallMs + away))).sort((a, b) => a - b);
  const shown = candidates.find((ms) => ms + offsetMs(new Date(ms)) >= wallMs);
  return new Date(shown ?? candidates.at(-1) ?? wallMs);
}

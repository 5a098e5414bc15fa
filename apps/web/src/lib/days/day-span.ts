import { dayOf, daysBack, momentAfter, momentOf } from './day.ts';
import { ownTimeZone } from './own-time-zone.ts';

/** Whole days of the calendar where the viewer is, the last of them today. */
export interface DaySpan {
  /** `2026-11-21`, the earliest first. */
  readonly days: readonly string[];
  /** The moments the first begins and the last ends at, and whose days they are, as the API is asked. */
  readonly asked: { readonly from: string; readonly to: string; readonly timeZone: string };
}

/** So many days, today the last of them; some have 23 or 25 hours. */
export function lastDays(count: number, now: Date): DaySpan {
  const today = dayOf(now);
  const first = daysBack(today, count);
  const days = Array.from({ length: count }, (_, index) => daysBack(today, count - index));
  return { days, asked: { from: momentOf(first), to: momentAfter(today), timeZone: ownTimeZone() } };
}

/** An amount for each day of a span, oldest first; days that nobody told of have none. */
export function fillDays(
  { days }: Pick<DaySpan, 'days'>,
  told: readonly { readonly day: string; readonly amount: number }[],
): { readonly day: string; readonly amount: number }[] {
  const amounts = new Map(told.map(({ day, amount }) => [day, amount]));
  return days.map((day) => ({ day, amount: Math.max(0, amounts.get(day) ?? 0) }));
}

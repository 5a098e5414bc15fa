import type { CalendarMonth } from '@modu/subgraph';

/** Pictures on one day (UTC), `2026-11-21`. */
export interface DayCount {
  readonly day: string;
  readonly count: number;
}

/** Pictures of one day (UTC) and one month of another calendar: where a month begins there, a day has two parts. */
export interface DayPart extends DayCount {
  /** `2026-11` */
  readonly month: string;
}

/** A day within which a month begins somewhere else, and the shorter of its two parts, which is to be counted. */
export interface Cut {
  readonly day: string;
  readonly from: Date;
  readonly to: Date;
  /** Whether the part is of the month that begins. */
  readonly isLater: boolean;
}

const DAY_MS = 86_400_000;
export const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** The days that are in two months, among those that hold pictures. */
export function findCuts(days: readonly DayCount[], months: readonly CalendarMonth[]): readonly Cut[] {
  const held = new Set(days.map(({ day }) => day));
  return months.flatMap(({ start }) => {
    const day = start.toISOString().slice(0, 10);
    const midnight = startOf(day);
    const next = new Date(midnight.getTime() + DAY_MS);
    if (start.getTime() === midnight.getTime() || !held.has(day)) return [];
    const isLater = next.getTime() - start.getTime() < start.getTime() - midnight.getTime();
    return [isLater ? { day, from: start, to: next, isLater } : { day, from: midnight, to: start, isLater }];
  });
}

/** Each day with its month, the newest first as they came; those that were cut as two, `counts` being of the parts in the order of `cuts`. */
export function splitDays(
  days: readonly DayCount[],
  { months, cuts, counts }: { months: readonly CalendarMonth[]; cuts: readonly Cut[]; counts: readonly number[] },
): readonly DayPart[] {
  const counted = new Map(cuts.map(({ day, isLater }, at) => [day, { isLater, part: counts[at] ?? 0 }]));
  let at = months.length - 1;
  const monthUpTo = (moment: Date): string => {
    while (at > 0 && (months[at]?.start ?? moment) > moment) at -= 1;
    return months[at]?.month ?? moment.toISOString().slice(0, 7);
  };
  return days.flatMap(({ day, count }) => {
    const lastMs = startOf(day).getTime() + DAY_MS - 1;
    const cut = counted.get(day);
    const part = Math.min(cut?.part ?? 0, count);
    const later = cut?.isLater ? part : count - part;
    const parts = [
      { day, month: monthUpTo(new Date(lastMs)), count: later },
      { day, month: monthUpTo(startOf(day)), count: count - later },
    ];
    return parts.filter((one) => one.count > 0);
  });
}

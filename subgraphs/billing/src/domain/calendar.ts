/**
 * The same day some months later, in UTC; where that month is too short, its last day. Counted from the first day each time,
 * so that the 31st of January goes to the 28th of February and on to the 31st of March.
 */
export function addMonths(start: Date, months: number): Date {
  const first = new Date(start);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return first;
}

/** How many whole months of a term that began at `start` have passed at `now`; zero in the first. */
export function monthsPassed(start: Date, now: Date): number {
  const guess = (now.getUTCFullYear() - start.getUTCFullYear()) * 12 + now.getUTCMonth() - start.getUTCMonth();
  return Math.max(0, addMonths(start, guess) <= now ? guess : guess - 1);
}

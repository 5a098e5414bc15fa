/** A day of the calendar where the viewer is, `2026-11-21`, and the moments it begins and ends at. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
/** Nobody made a picture here before; half-typed years are below it. */
const YEAR_MIN = 1970;

const two = (number: number) => String(number).padStart(2, '0');

/** The day of a moment. */
export function dayOf(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whether something names a day that there is. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value) && yearOf(value) >= YEAR_MIN && dayOf(dateOf(value)) === value;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The midnight a day begins with. */
export function dateOf(day: string, { later = 0 }: { readonly later?: number } = {}): Date {
  const [, year, month, date] = DAY.exec(day) ?? [];
  return new Date(Number(year), Number(month) - 1, Number(date) + later);
}

/** When a day begins, as the API reads it. */
export const momentOf = (day: string): string => dateOf(day).toISOString();

/** When a day is over. */
export const momentAfter = (day: string): string => dateOf(day, { later: 1 }).toISOString();

/** The first of so many days, of which `today` is the last. */
export const daysBack = (today: string, count: number): string => dayOf(dateOf(today, { later: 1 - count }));

import { dateOf } from '../../../lib/days/day.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  formats.set(locale, format);
  return format;
}

/** `2026-11-21` as "21 Nov 2026". */
export const dayWords = (day: string, locale: string): string => formatOf(locale).format(dateOf(day));

/** Two days as "15 – 21 Nov 2026", one as itself. */
export function daySpanWords({ from, to }: { readonly from: string; readonly to: string }, locale: string): string {
  return formatOf(locale).formatRange(dateOf(from), dateOf(to));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11` as "November 2026" or "2026년 11월". */
export function monthName(month: string, locale: string, style: 'long' | 'short' = 'long'): string {
  const known = formats.get(locale + style);
  const format = known ?? new Intl.DateTimeFormat(locale, { year: 'numeric', month: style, timeZone: 'UTC' });
  formats.set(locale + style, format);
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

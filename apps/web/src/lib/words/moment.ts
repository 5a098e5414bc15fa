/** Kept, because making one takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as a date and time of day in the viewer's zone: "21 Nov 2026, 14:30". */
export function formatMoment(moment: string, locale: string): string {
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  formats.set(locale, format);
  return format.format(new Date(moment));
}

/** A moment as a date and time of day in the viewer's zone: "21 Nov 2026, 14:30". */
export function formatMoment(moment: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

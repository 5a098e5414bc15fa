import { momentOf } from './calendar-days.ts';
import type { TimeZone } from './time-zone.ts';

/** A month of a calendar. */
export interface CalendarMonth {
  /** `2026-11` */
  readonly month: string;
  /** The moment it begins at. */
  readonly start: Date;
}

/** The months of a zone that a span touches, from the one `from` lies in to the last that begins before `to`. */
export function listCalendarMonths(
  span: { readonly from: Date; readonly to: Date },
  zone: TimeZone,
): readonly CalendarMonth[] {
  const first = new Date(span.from.getTime() + zone.offsetMs(span.from));
  const found: CalendarMonth[] = [];
  for (let number = 0; ; number += 1) {
    const wallMs = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + number, 1);
    const start = momentOf(wallMs, zone);
    if (start >= span.to) return found;
    found.push({ month: new Date(wallMs).toISOString().slice(0, 7), start });
  }
}

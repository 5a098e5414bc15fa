import { isRefusal, refuse } from '@modu/errors';
import type { MessageCatalog, Refusal } from '@modu/errors';
import { listCalendarDays } from './calendar-days.ts';
import type { CalendarDays } from './calendar-days.ts';
import { parseTimeZone } from './time-zone.ts';

/** What is asked for where something is told by day. */
export interface DaySpanArguments {
  readonly from: Date | string;
  readonly to: Date | string;
  readonly timeZone?: string | null;
}

/** A span of time and the days of the asker's calendar that it touches. */
export interface DaySpan extends CalendarDays {
  readonly from: Date;
  readonly to: Date;
  /** `Asia/Seoul`, `UTC`. */
  readonly timeZone: string;
}

const DAYS_MAX = 400;
const DAY_MS = 86_400_000;
/** A span of whole days is this much longer where clocks are put back in it. */
const CLOCKS_MS = 7_200_000;

/** What is refused of a span of days. */
export const dayMessages: MessageCatalog = {
  'days.range': { en: 'Ask for a span of 1 to {max} days.', ko: '기간은 1~{max}일로 정해 주세요.' },
  'days.timeZone': {
    en: 'Name a time zone as in Asia/Seoul or America/New_York.',
    ko: 'Asia/Seoul이나 America/New_York 같은 시간대 이름을 적어 주세요.',
  },
};

/** A span of at most 400 days and its days in the asker's time zone, UTC unless said. */
export function parseDaySpan({ timeZone, ...span }: DaySpanArguments): DaySpan | Refusal {
  const [from, to] = [new Date(span.from), new Date(span.to)];
  const lengthMs = to.getTime() - from.getTime();
  if (!(lengthMs > 0 && lengthMs <= DAYS_MAX * DAY_MS + CLOCKS_MS)) {
    return refuse('INVALID_INPUT', 'days.range', { path: ['to'], params: { max: DAYS_MAX } });
  }
  const zone = parseTimeZone(timeZone);
  return isRefusal(zone) ? zone : { from, to, timeZone: zone.name, ...listCalendarDays({ from, to }, zone) };
}

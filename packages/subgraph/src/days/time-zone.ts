import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';

/** Where a day begins and ends: an IANA time zone. */
export interface TimeZone {
  /** `Asia/Seoul`; `UTC` where nobody said. */
  readonly name: string;
  /** How far its clocks are ahead of UTC at a moment. */
  readonly offsetMs: (at: Date) => number;
}

export const UTC: TimeZone = { name: 'UTC', offsetMs: () => 0 };

/** Names begin with a letter; `+09:00` is none, for databases and browsers disagree about what its sign means. */
const NAME = /^[A-Za-z][\w+/-]{0,63}$/u;
const OFFSET = /^GMT(?:([-+])(\d\d):(\d\d)(?::(\d\d))?)?$/u;

/** The zone of this name, in whatever case; UTC when none is named. */
export function parseTimeZone(name: string | null | undefined): TimeZone | Refusal {
  if (name === null || name === undefined) return UTC;
  const clock = NAME.test(name) ? clockOf(name) : undefined;
  if (!clock) return refuse('INVALID_INPUT', 'days.timeZone', { path: ['timeZone'] });
  const known = clock.resolvedOptions().timeZone;
  return known === UTC.name ? UTC : { name: known, offsetMs: (at) => offsetIn(clock, at) };
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

function offsetIn(clock: Intl.DateTimeFormat, at: Date): number {
  const shown = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds] = OFFSET.exec(shown) ?? [];
  const ahead = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -ahead : ahead) * 1000;
}

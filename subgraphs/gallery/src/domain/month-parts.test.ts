import { listCalendarMonths, parseTimeZone } from '@modu/subgraph';
import type { TimeZone } from '@modu/subgraph';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCuts, splitDays } from './month-parts.ts';

const HOUR_MS = 3_600_000;
const FROM = Date.parse('2025-09-20T00:00:00Z');
const TO = Date.parse('2026-05-10T00:00:00Z');

/** The month that a calendar on the wall shows. */
const monthIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return (at: number) => format.format(at).slice(0, 7);
};

function tally<Key extends string>(keys: readonly Key[]): { readonly key: Key; readonly count: number }[] {
  return [...Map.groupBy(keys, (key) => key)].map(([key, { length: count }]) => ({ key, count }));
}

it.each(['UTC', 'Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
  'days are cut where a month begins in %s: every picture is of its own month',
  (name) => {
    const zone = parseTimeZone(name) as TimeZone;
    const monthOf = monthIn(name);
    const moments = fc.array(fc.integer({ min: FROM / HOUR_MS, max: TO / HOUR_MS }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(moments, (hours) => {
        const taken = hours.map((hour) => hour * HOUR_MS).sort((a, b) => b - a);
        const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
        const days = tally(taken.map(dayOf)).map(({ key, count }) => ({ day: key, count }));
        const months = listCalendarMonths({ from: new Date(FROM), to: new Date(TO + 24 * HOUR_MS) }, zone);
        const cuts = findCuts(days, months);
        const counts = cuts.map(
          ({ from, to }) => taken.filter((at) => at >= from.getTime() && at < to.getTime()).length,
        );
        const told = splitDays(days, { months, cuts, counts }).map(({ day, month, count }) => ({
          key: `${day} ${month}`,
          count,
        }));
        expect(told).toEqual(tally(taken.map((at) => `${dayOf(at)} ${monthOf(at)}`)));
      }),
      { numRuns: 50 },
    );
  },
);

import { isRefusal } from '@modu/errors';
import { describe, expect, it } from 'vitest';
import { parseDaySpan } from './day-span.ts';
import type { DaySpanArguments } from './day-span.ts';

function daysOf(asked: DaySpanArguments): Record<string, string> {
  const span = parseDaySpan(asked);
  if (isRefusal(span)) throw new Error(span.reason);
  const begun = span.days.map((day, at) => [day, span.starts[at]?.toISOString() ?? '']);
  return { ...Object.fromEntries(begun), end: span.end.toISOString() };
}

describe('the days of a span', () => {
  it('are those of UTC unless a zone is named', () => {
    expect(daysOf({ from: '2026-11-20T09:00:00Z', to: '2026-11-21T09:00:00Z' })).toEqual({
      '2026-11-20': '2026-11-20T00:00:00.000Z',
      '2026-11-21': '2026-11-21T00:00:00.000Z',
      end: '2026-11-22T00:00:00.000Z',
    });
  });

  it('begin nine hours earlier in Seoul, whatever the case its name is written in', () => {
    for (const timeZone of ['Asia/Seoul', 'asia/seoul']) {
      expect(daysOf({ from: '2026-11-20T15:00:00Z', to: '2026-11-22T15:00:00Z', timeZone })).toEqual({
        '2026-11-21': '2026-11-20T15:00:00.000Z',
        '2026-11-22': '2026-11-21T15:00:00.000Z',
        end: '2026-11-22T15:00:00.000Z',
      });
    }
  });

  it.each([
    ['a day of 23 hours in New York', 'America/New_York', '2026-03-07T05:00:00Z', '2026-03-10T04:00:00Z', [24, 23, 24]],
    ['a day of 25 hours in New York', 'America/New_York', '2026-10-31T04:00:00Z', '2026-11-03T05:00:00Z', [24, 25, 24]],
    ['no midnight in Havana', 'America/Havana', '2026-03-07T05:00:00Z', '2026-03-10T04:00:00Z', [24, 23, 24]],
    ['midnight twice in Havana', 'America/Havana', '2026-10-31T04:00:00Z', '2026-11-03T05:00:00Z', [24, 25, 24]],
    ['no midnight in Cairo', 'Africa/Cairo', '2026-04-22T22:00:00Z', '2026-04-25T21:00:00Z', [24, 23, 24]],
    [
      'half an hour on Lord Howe',
      'Australia/Lord_Howe',
      '2026-04-03T13:00:00Z',
      '2026-04-06T13:30:00Z',
      [24, 24.5, 24],
    ],
  ])('have whatever clocks make of them: %s', (_, timeZone, from, to, hours) => {
    const span = parseDaySpan({ from, to, timeZone });
    if (isRefusal(span)) throw new Error(span.reason);
    const bounds = [...span.starts, span.end].map((moment) => moment.getTime());

    expect(bounds.slice(1).map((end, at) => (end - (bounds[at] ?? 0)) / 3_600_000)).toEqual(hours);
    expect([bounds[0], bounds.at(-1)]).toEqual([Date.parse(from), Date.parse(to)]);
  });

  it('leave out what a calendar did: Samoa had no 30 December 2011', () => {
    const span = { from: '2011-12-29T10:00:00Z', to: '2011-12-31T10:00:00Z', timeZone: 'Pacific/Apia' };
    const days = daysOf(span);
    expect(days['2011-12-29']).toBe('2011-12-29T10:00:00.000Z');
    expect(days['2011-12-31']).toBe('2011-12-30T10:00:00.000Z');
    expect(days).not.toHaveProperty('2011-12-30');
  });

  it('are at most 400, also where clocks are put back among them', () => {
    const refused = { code: 'INVALID_INPUT', reason: 'days.range', path: ['to'] };
    const from = '2025-10-01T04:00:00Z';
    expect(parseDaySpan({ from, to: '2026-11-05T05:00:00Z', timeZone: 'America/New_York' })).toMatchObject({
      timeZone: 'America/New_York',
    });
    for (const to of ['2026-11-06T05:00:00Z', from, '2025-01-01T00:00:00Z', 'never']) {
      expect(parseDaySpan({ from, to })).toMatchObject(refused);
    }
  });

  it.each(['Mars/Olympus', '', '+09:00', 'UTC+9; DROP', 'Asia/Seoul ', 'x'.repeat(65)])(
    'are refused of a zone that is none: %j',
    (timeZone) => {
      expect(parseDaySpan({ from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', timeZone })).toMatchObject({
        ...{ code: 'INVALID_INPUT', reason: 'days.timeZone', path: ['timeZone'] },
      });
    },
  );
});

import { describe, expect, it } from 'vitest';
import { daySpanWords, dayWords } from './day-words.ts';
import { dayOf, daysBack, isDay, momentAfter, momentOf } from '../../../lib/days/day.ts';

describe('a day of the calendar', () => {
  it('is where the viewer is, from midnight to midnight', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(momentOf('2026-01-05')).toBe(new Date(2026, 0, 5).toISOString());
    expect(momentAfter('2026-12-31')).toBe(new Date(2027, 0, 1).toISOString());
  });

  it('is counted back over months, today included', () => {
    expect(daysBack('2026-03-01', 1)).toBe('2026-03-01');
    expect(daysBack('2026-03-03', 7)).toBe('2026-02-25');
  });

  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['1969-12-31', false],
    ['2026-1-1', false],
    [20260101, false],
  ])('%s is one: %s', (value, expected) => {
    expect(isDay(value)).toBe(expected);
  });

  it('is said as people write it', () => {
    expect(dayWords('2026-11-21', 'en')).toBe('Nov 21, 2026');
    expect(dayWords('2026-11-21', 'ko')).toBe('2026. 11. 21.');
    expect(daySpanWords({ from: '2026-11-15', to: '2026-11-21' }, 'en')).toMatch(/^Nov 15\s–\s21, 2026$/u);
    expect(daySpanWords({ from: '2026-11-21', to: '2026-11-21' }, 'en')).toBe('Nov 21, 2026');
  });
});

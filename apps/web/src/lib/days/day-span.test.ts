import { describe, expect, it } from 'vitest';
import { fillDays, spanOf } from './days.ts';

describe('the days of a chart', () => {
  it('end with today, in UTC, whatever the time of day', () => {
    for (const now of ['2026-11-21T00:00:00Z', '2026-11-21T23:59:59Z']) {
      expect(spanOf(7, Date.parse(now))).toEqual({ from: '2026-11-15T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' });
    }
  });

  it('each have their amount; what nobody told of is none, and refunds beyond what was spent are none either', () => {
    const span = spanOf(4, Date.parse('2026-03-02T10:00:00Z'));
    const told = [
      { day: '2026-02-28', amount: 3 },
      { day: '2026-03-02', amount: -2 },
      { day: '2025-01-01', amount: 9 },
    ];
    expect(fillDays(span, told)).toEqual([
      { day: '2026-02-27', amount: 0 },
      { day: '2026-02-28', amount: 3 },
      { day: '2026-03-01', amount: 0 },
      { day: '2026-03-02', amount: 0 },
    ]);
  });
});

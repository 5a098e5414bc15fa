import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillDays, lastDays } from './day-span.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the last days', () => {
  it.each([
    ['UTC', '2026-11-20T23:30:00Z', { from: '2026-11-19T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' }],
    ['Asia/Seoul', '2026-11-20T23:30:00Z', { from: '2026-11-19T15:00:00.000Z', to: '2026-11-21T15:00:00.000Z' }],
    ['America/New_York', '2026-11-02T12:00:00Z', { from: '2026-11-01T04:00:00.000Z', to: '2026-11-03T05:00:00.000Z' }],
  ])('are those of the calendar where the viewer is: %s', (timeZone, now, span) => {
    vi.stubEnv('TZ', timeZone);

    expect(lastDays(2, new Date(now)).asked).toEqual({ ...span, timeZone });
  });

  it('are named one by one over the week in which clocks change', () => {
    vi.stubEnv('TZ', 'America/New_York');

    expect(lastDays(4, new Date('2026-03-10T03:30:00Z')).days).toEqual([
      ...['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'],
    ]);
  });

  it('each have their amount; what nobody told of is none, and refunds beyond what was spent are none either', () => {
    const told = [
      { day: '2026-02-28', amount: 3 },
      { day: '2026-03-02', amount: -2 },
      { day: '2025-01-01', amount: 9 },
    ];
    expect(fillDays({ days: ['2026-02-28', '2026-03-01', '2026-03-02'] }, told)).toEqual([
      { day: '2026-02-28', amount: 3 },
      { day: '2026-03-01', amount: 0 },
      { day: '2026-03-02', amount: 0 },
    ]);
  });
});

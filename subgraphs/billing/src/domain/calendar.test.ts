import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthsPassed } from './calendar.ts';

const day = (text: string) => new Date(`${text}T10:30:00Z`);

describe('months', () => {
  it('end on the last day of a month that is too short, and come back to the day they began on', () => {
    expect([1, 2, 3, 13].map((months) => addMonths(day('2027-01-31'), months))).toEqual(
      ['2027-02-28', '2027-03-31', '2027-04-30', '2028-02-29'].map(day),
    );
  });

  it('have passed when their day and hour have come, not before', () => {
    const start = day('2027-01-31');
    expect(monthsPassed(start, day('2027-02-27'))).toBe(0);
    expect(monthsPassed(start, day('2027-02-28'))).toBe(1);
    expect(monthsPassed(start, day('2027-03-30'))).toBe(1);
    expect(monthsPassed(start, day('2027-03-31'))).toBe(2);
  });

  it('are counted without a gap or an overlap', () => {
    const moments = fc.date({ min: day('2024-01-01'), max: day('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.nat(1_500), (start, days) => {
        const now = new Date(start.getTime() + days * 86_400_000);
        const passed = monthsPassed(start, now);
        expect(addMonths(start, passed).getTime()).toBeLessThanOrEqual(now.getTime());
        expect(addMonths(start, passed + 1).getTime()).toBeGreaterThan(now.getTime());
      }),
    );
  });
});

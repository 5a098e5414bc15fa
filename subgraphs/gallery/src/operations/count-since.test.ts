import { isRefusal } from '@modu/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cut, DayCount } from '../domain/month-parts.ts';
import { countSince } from './count-since.ts';

const HOUR_MS = 3_600_000;
const FROM = Date.parse('2026-03-01T00:00:00Z') / HOUR_MS;
const hour = fc.integer({ min: FROM, max: FROM + 24 * 9 });
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const daysOf = (taken: readonly number[]): DayCount[] =>
  [...Map.groupBy(taken, dayOf)]
    .map(([day, { length: count }]) => ({ day, count }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
const partsOf = (taken: readonly number[]) => (cuts: readonly Cut[]) =>
  Promise.resolve(cuts.map(({ from, to }) => taken.filter((ms) => ms >= from.getTime() && ms < to.getTime()).length));

describe('how many pictures came from a moment on', () => {
  it('is what one counts by hand, of whole days and within them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hour, { maxLength: 80 }), fc.array(hour, { maxLength: 5 }), async (hours, from) => {
        const taken = hours.map((one) => one * HOUR_MS);
        const moments = from.map((one) => new Date(one * HOUR_MS));
        const told = { days: daysOf(taken), endsAt: null, oldestFirst: false, countParts: partsOf(taken) };
        expect(await countSince(moments, told)).toEqual(
          moments.map((since) => ({ since, exact: true, count: taken.filter((ms) => ms >= since.getTime()).length })),
        );
      }),
    );
  });

  it('is said to be inexact behind the last day that was counted, and there alone', async () => {
    const days = [
      { day: '2026-03-05', count: 7 },
      { day: '2026-03-04', count: 5 },
    ];
    const told = { days, endsAt: new Date('2026-03-04T00:00:00Z'), countParts: partsOf([]) };
    const moments = ['2026-03-05', '2026-03-04', '2026-03-03'].map((day) => new Date(`${day}T00:00:00Z`));
    const counts = async (oldestFirst: boolean) => {
      const found = await countSince(moments, { ...told, oldestFirst });
      return isRefusal(found) ? found : found.map(({ count, exact }) => [count, exact]);
    };
    expect(await counts(false)).toEqual([
      [7, true],
      [12, true],
      [12, false],
    ]);
    expect(await counts(true)).toEqual([
      [7, false],
      [12, false],
      [12, false],
    ]);
  });

  it('is refused for moments that cannot be, and for very many', async () => {
    const told = { days: [], endsAt: null, oldestFirst: false, countParts: partsOf([]) };
    for (const moments of [[new Date(Number.NaN)], Array.from({ length: 13 }, () => new Date(0))])
      expect(await countSince(moments, told)).toMatchObject({ code: 'INVALID_INPUT', path: ['moments'] });
  });
});

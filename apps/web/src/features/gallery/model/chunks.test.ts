import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_PICTURES, chunkAt, cutChunks, cutTimeline, monthsOf } from './chunks.ts';

const DAYS = ['2026-03-09', '2026-03-02', '2026-02-28', '2026-02-27', '2025-12-31', '2024-01-01'];
const timeline = fc
  .array(fc.integer({ min: 1, max: 400 }), { minLength: DAYS.length, maxLength: DAYS.length })
  .map((counts) => ({ days: DAYS, counts }));

/** The pictures of a timeline one by one: day and place within it. */
const unrolled = ({ days, counts }: { days: readonly string[]; counts: readonly number[] }) =>
  days.flatMap((day, at) => Array.from({ length: counts[at] ?? 0 }, (_, skip) => ({ day, skip })));

describe('a wall cut into chunks', () => {
  it('holds every picture once and in order, none of two months in one chunk', () => {
    fc.assert(
      fc.property(timeline, (given) => {
        const pictures = unrolled(given);
        const chunks = cutChunks(given);
        let start = 0;
        for (const chunk of chunks) {
          expect(chunk.start).toBe(start);
          expect(chunk.count).toBeLessThanOrEqual(CHUNK_PICTURES);
          expect({ day: chunk.day, skip: chunk.skip }).toEqual(pictures[start]);
          expect(pictures[start + chunk.count - 1]?.day.slice(0, 7)).toBe(chunk.month);
          start += chunk.count;
        }
        expect(start).toBe(pictures.length);
        expect(new Set(chunks.map(({ key }) => key)).size).toBe(chunks.length);
      }),
    );
  });

  it('names a chunk by its days: what is counted later, behind it, changes no other', () => {
    fc.assert(
      fc.property(timeline, fc.integer({ min: 1, max: DAYS.length - 1 }), fc.boolean(), (given, known, inPages) => {
        const part = { days: given.days.slice(0, known), counts: given.counts.slice(0, known) };
        const names = (chunks: ReturnType<typeof cutChunks>) =>
          chunks.map(({ key, day, skip, count, daysCount }) => [key, day, skip, count, daysCount]);
        const before = names(cutChunks(part, { inPages, isExact: false }));
        expect(names(cutChunks(given, { inPages })).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      }),
    );
  });

  it('says of which month there may be more', () => {
    const isWhole = (isExact: boolean) =>
      cutChunks({ days: DAYS, counts: [1, 1, 1, 1, 1, 1] }, { isExact }).map((chunk) => chunk.isWhole);
    expect(isWhole(true)).toEqual([true, true, true, true]);
    expect(isWhole(false)).toEqual([true, true, true, false]);
  });

  it('finds the chunk of any place', () => {
    fc.assert(
      fc.property(timeline, fc.integer({ min: 0, max: 2_400 }), (given, place) => {
        const chunks = cutChunks(given);
        const chunk = chunks[chunkAt(chunks, place)];
        if (place >= unrolled(given).length) expect(chunk).toBeUndefined();
        else expect(chunk && chunk.start <= place && place < chunk.start + chunk.count).toBe(true);
      }),
    );
  });

  it('tells its months', () => {
    const months = monthsOf(cutChunks({ days: DAYS, counts: [100, 1, 2, 3, 1, 1] }));
    expect(months.map(({ month, count }) => [month, count])).toEqual([
      ['2026-03', 101],
      ['2026-02', 5],
      ['2025-12', 1],
      ['2024-01', 1],
    ]);
    expect(cutChunks({ days: [], counts: [] })).toEqual([]);
  });
});

describe('a day that is in two months where the viewer is', () => {
  const told = {
    days: ['2026-11-30', '2026-10-31', '2026-10-31', '2026-10-30'],
    counts: [1, 2, 3, 1],
    ...{ months: ['2026-11', '2026-10'], monthDays: [2, 2] },
  };
  const placed = (sort: 'NEWEST' | 'OLDEST') =>
    cutTimeline([told], { sort, inPages: false, isExact: true }).map(({ month, day, skip, count, start }) => [
      ...[month, day, skip, count, start],
    ]);

  it('ends one and begins the other, and each is asked for from its place within the day', () => {
    expect(placed('NEWEST')).toEqual([
      ['2026-11', '2026-11-30', 0, 3, 0],
      ['2026-10', '2026-10-31', 2, 4, 3],
    ]);
    expect(placed('OLDEST')).toEqual([
      ['2026-10', '2026-10-30', 0, 4, 0],
      ['2026-11', '2026-10-31', 3, 3, 4],
    ]);
  });
});

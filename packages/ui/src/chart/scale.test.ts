import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelStride, shareOf, ticksFor } from './scale.ts';

describe('the scale of a chart', () => {
  it.each([
    [100, [0, 25, 50, 75, 100]],
    [7, [0, 2, 4, 6, 8]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
  ])('goes up to %s in round figures', (max, ticks) => {
    expect(ticksFor(max)).toEqual(ticks);
  });

  it.each([
    [1, [0, 1]],
    [2, [0, 1, 2]],
    [7, [0, 2, 4, 6, 8]],
    [10, [0, 5, 10]],
  ])('counts up to %s whole things without halves', (max, ticks) => {
    expect(ticksFor(max, { isWhole: true })).toEqual(ticks);
  });

  it('always reaches the largest value in a handful of even steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (max) => {
        const ticks = ticksFor(max);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(shareOf(max, ticks)).toBeGreaterThan(0.5);
      }),
    );
  });

  it('leaves out labels that would run into each other', () => {
    expect(labelStride({ count: 31, width: 600, labelWidth: 56 })).toBe(3);
    expect(labelStride({ count: 7, width: 600, labelWidth: 56 })).toBe(1);
  });
});

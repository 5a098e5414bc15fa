import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf, sizeChoices } from './sizes.ts';

describe('the sizes on offer', () => {
  it('can all be painted, whatever a model allows', () => {
    const step = fc.constantFrom(1, 8, 16, 64);
    fc.assert(
      fc.property(
        step,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 5, max: 40 }),
        (sidePixelsStep, low, high) => {
          const limits = { sidePixelsStep, sidePixelsMin: low * sidePixelsStep, sidePixelsMax: high * sidePixelsStep };
          for (const side of sizeChoices(limits).flatMap(({ width, height }) => [width, height])) {
            expect(side % sidePixelsStep).toBe(0);
            expect(side).toBeGreaterThanOrEqual(limits.sidePixelsMin);
            expect(side).toBeLessThanOrEqual(limits.sidePixelsMax);
          }
        },
      ),
    );
  });

  it('are multiples of eight before a model is known', () => {
    for (const { width, height } of sizeChoices(null)) expect([width % 8, height % 8]).toEqual([0, 0]);
  });

  it('know their own size again, and none for a size of another kind', () => {
    expect(shapeOf({ width: 680, height: 512 }, sizeChoices(null))).toBe('landscape');
    expect(shapeOf({ width: 100, height: 100 }, sizeChoices(null))).toBe('other');
  });
});

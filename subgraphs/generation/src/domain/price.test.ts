import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf, stepsOf, UPSCALE_STEPS } from './price.ts';

const work = fc.record({
  width: fc.integer({ min: 1, max: 4_096 }),
  height: fc.integer({ min: 1, max: 4_096 }),
  steps: fc.integer({ min: 1, max: 200 }),
});

describe('the price of a picture', () => {
  it('is what the rule says', () => {
    expect(priceOf({ width: 512, height: 512, steps: 20 }).credits).toBe(2);
    expect(priceOf({ width: 1_024, height: 1_024, steps: 20 }).credits).toBe(6);
    expect(priceOf({ width: 256, height: 256, steps: 4 }).credits).toBe(1);
    expect(priceOf({ width: 256, height: 256, steps: 4, count: 8 }).credits).toBe(8);
    expect(priceOf({ width: 512, height: 512, steps: 20, count: 3 }).credits).toBe(6);
    expect(stepsOf('UPSCALE', 50)).toBe(UPSCALE_STEPS);
  });

  it('is whole, at least one, and never falls when there is more to do', () => {
    fc.assert(
      fc.property(work, (less) => {
        const { credits, estimatedMs } = priceOf(less);
        expect(Number.isSafeInteger(credits) && credits >= 1 && Number.isSafeInteger(estimatedMs)).toBe(true);
        for (const more of [{ width: less.width + 8 }, { height: less.height + 8 }, { steps: less.steps + 1 }]) {
          expect(priceOf({ ...less, ...more }).credits).toBeGreaterThanOrEqual(credits);
        }
      }),
    );
  });
});

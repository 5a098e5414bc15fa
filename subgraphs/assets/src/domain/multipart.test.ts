import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMissing, everyPart, partBytesOf, partCountOf } from './multipart.ts';

const wholes = fc.record({
  sizeBytes: fc.integer({ min: 1, max: 5e9 }),
  partSizeBytes: fc.integer({ min: 5 * 2 ** 20, max: 2 ** 27 }),
});

describe('the parts of a file', () => {
  it('are together the file, none empty, only the last smaller', () => {
    fc.assert(
      fc.property(wholes, (whole) => {
        const parts = everyPart(whole);
        expect(parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(whole.sizeBytes);
        expect(parts.slice(0, -1).every(({ sizeBytes }) => sizeBytes === whole.partSizeBytes)).toBe(true);
        expect(partBytesOf(partCountOf(whole), whole)).toBeGreaterThan(0);
        expect(countMissing(parts, whole)).toBe(0);
      }),
    );
  });

  it('are missing when they did not arrive, or not whole, and do not count twice', () => {
    const whole = { sizeBytes: 25, partSizeBytes: 10 };
    const part = (number: number, sizeBytes: number) => ({ number, sizeBytes, etag: 'x' });

    expect(countMissing([], whole)).toBe(3);
    expect(countMissing([part(1, 10), part(1, 10), part(3, 4)], whole)).toBe(2);
    expect(countMissing([part(1, 10), part(2, 10), part(3, 5)], whole)).toBe(0);
  });
});

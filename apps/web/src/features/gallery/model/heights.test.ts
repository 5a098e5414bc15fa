import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeights } from './heights.ts';

const list = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 70 });

describe('the heights of a wall', () => {
  it('know where each piece begins and which piece is at an offset, whatever changes', () => {
    fc.assert(
      fc.property(
        list,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 500 }))),
        fc.nat(40_000),
        (given, changes, offset) => {
          const plain = [...given];
          const heights = createHeights(given);
          for (const [at, height] of changes) {
            const index = at % plain.length;
            expect(heights.set(index, height)).toBe(height - (plain[index] ?? 0));
            plain[index] = height;
          }
          const tops = plain.map((_, index) => plain.slice(0, index).reduce((sum, one) => sum + one, 0));
          const total = plain.reduce((sum, one) => sum + one, 0);
          expect(heights.total).toBe(total);
          expect(plain.map((_, index) => heights.top(index))).toEqual(tops);
          expect(heights.at(offset)).toBe(
            offset >= total ? plain.length - 1 : tops.findLastIndex((top) => top <= offset),
          );
        },
      ),
    );
  });
});

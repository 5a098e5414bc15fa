import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMovement } from './movement.ts';
import type { MovementKind } from './movement.ts';

const KINDS: readonly MovementKind[] = [
  'GRANT',
  'PURCHASE',
  'ADJUST_UP',
  'ADJUST_DOWN',
  'HOLD',
  'SETTLE',
  'RELEASE',
  'REFUND',
  'EXPIRE',
  'REVOKE',
];

describe('a movement', () => {
  it('takes from one side what it puts on another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 1_000_000 }), (kind, amount) => {
        const { from, to, availableChange, heldChange } = toMovement(kind, amount);
        expect(from).not.toBe(to);
        expect([-amount, 0, amount]).toContain(availableChange + heldChange);
      }),
    );
  });

  it('changes what the person sees as its kind says', () => {
    const seen = KINDS.map((kind) => {
      const { availableChange, heldChange } = toMovement(kind, 5);
      return [kind, availableChange, heldChange];
    });
    expect(seen).toEqual([
      ['GRANT', 5, 0],
      ['PURCHASE', 5, 0],
      ['ADJUST_UP', 5, 0],
      ['ADJUST_DOWN', -5, 0],
      ['HOLD', -5, 5],
      ['SETTLE', 0, -5],
      ['RELEASE', 5, -5],
      ['REFUND', 5, 0],
      ['EXPIRE', -5, 0],
      ['REVOKE', -5, 0],
    ]);
  });

  it('is always of a whole positive amount', () => {
    for (const amount of [0, -1, 1.5, Number.NaN, Infinity, 2 ** 53]) {
      expect(() => toMovement('GRANT', amount)).toThrow(RangeError);
    }
  });
});

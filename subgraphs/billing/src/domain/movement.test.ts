import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMovement } from './movement.ts';
import type { MovementKind } from './movement.ts';

const kinds = fc.constantFrom<MovementKind>('GRANT', 'HOLD', 'SETTLE', 'RELEASE');

describe('a movement of credits', () => {
  it('takes from one account what it puts into another', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 1_000_000 }), (kind, amount) => {
        const [from, to] = toMovement(kind, amount).entries;
        expect(from.amount + to.amount).toBe(0);
        expect(from.account).not.toBe(to.account);
      }),
    );
  });

  it('changes the balances as its kind says', () => {
    const changes = (kind: MovementKind) => {
      const { availableChange, heldChange } = toMovement(kind, 7);
      return [availableChange, heldChange];
    };

    expect(changes('GRANT')).toEqual([7, 0]);
    expect(changes('HOLD')).toEqual([-7, 7]);
    expect(changes('SETTLE')).toEqual([0, -7]);
    expect(changes('RELEASE')).toEqual([7, -7]);
  });

  it('is never of nothing, of less or of a part', () => {
    for (const amount of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => toMovement('HOLD', amount)).toThrow(RangeError);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createId, deriveId, isId } from './index.ts';

describe('ids', () => {
  it('sort in the order they were made', () => {
    const made = Array.from({ length: 200 }, createId);

    expect([...made].sort()).toEqual(made);
    expect(made.every(isId)).toBe(true);
  });

  it('derived from equal parts are equal, from other parts are not, however the parts are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.array(fc.string(), { minLength: 1 }), (left, right) => {
        const [a, ...as] = left as [string, ...string[]];
        const [b, ...bs] = right as [string, ...string[]];
        const equal = JSON.stringify(left) === JSON.stringify(right);
        expect(deriveId(a, ...as) === deriveId(b, ...bs)).toBe(equal);
      }),
    );
    expect(deriveId('ab', 'c')).not.toBe(deriveId('a', 'bc'));
  });

  it('refuses what is no id', () => {
    for (const value of ['', 'x', '1', null, undefined, 7, "'; drop table jobs; --"]) expect(isId(value)).toBe(false);
  });
});

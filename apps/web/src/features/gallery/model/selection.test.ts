import { describe, expect, it } from 'vitest';
import { choose, cutRange, NOTHING, rangeOf, toggle } from './selection.ts';

describe('choosing pictures', () => {
  it('chooses one by one and takes back', () => {
    const one = toggle(NOTHING, { id: 'a', place: 4 });
    expect([...one.ids]).toEqual(['a']);
    expect(toggle(one, { id: 'a', place: 4 }).ids.size).toBe(0);
    expect(NOTHING.ids.size).toBe(0);
  });

  it('chooses a range from the last one, either way', () => {
    expect(rangeOf(7, 3)).toEqual({ from: 3, to: 7 });
    const range = choose(toggle(NOTHING, { id: 'a', place: 3 }), ['b', 'c', 'a'], 7);
    expect([...range.ids]).toEqual(['a', 'b', 'c']);
    expect(range.anchor).toBe(7);
  });

  it('cuts a range after a thousand, counted from where it begins', () => {
    expect(cutRange(5, 1_004)).toEqual({ from: 5, to: 1_004, end: 1_004, isCut: false });
    expect(cutRange(5, 1_005)).toEqual({ from: 5, to: 1_004, end: 1_004, isCut: true });
    expect(cutRange(3_000, 5)).toEqual({ from: 2_001, to: 3_000, end: 2_001, isCut: true });
  });
});

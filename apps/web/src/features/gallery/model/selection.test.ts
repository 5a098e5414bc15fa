import { describe, expect, it } from 'vitest';
import { choose, NOTHING, rangeOf, toggle } from './selection.ts';

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
});

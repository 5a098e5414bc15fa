import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherNames } from './gather-names.ts';

describe('what is heard of stored files', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is one sentence for many that end one after the other, and one for each that ends alone', () => {
    const said: string[][] = [];
    const heard = gatherNames((names) => said.push([...names]));
    for (let n = 0; n < 200; n++) {
      heard(`${n}.png`);
      vi.advanceTimersByTime(300);
    }
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1_000);
    heard('film.mp4');
    vi.advanceTimersByTime(1_000);
    expect(said.map(({ length }) => length)).toEqual([200, 1]);
  });
});

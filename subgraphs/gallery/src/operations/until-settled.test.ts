import { describe, expect, it } from 'vitest';
import { untilSettled } from './until-settled.ts';

/** Something that changes each of the first `changes` times that it is acted on. */
function changing(changes: number) {
  let left = changes;
  let shown = ['0'];
  const acted: string[][] = [];
  const look = () => Promise.resolve([...shown]);
  const act = (on: string[]) => {
    acted.push(on);
    if (left-- > 0) shown = [String(acted.length)];
    return Promise.resolve();
  };
  return { acted, look, act };
}

describe('what may change while it is seen to', () => {
  it('is seen to once where nothing changes', async () => {
    const { acted, ...turns } = changing(0);
    await untilSettled(turns);
    expect(acted).toEqual([['0']]);
  });

  it('is seen to again until what was acted on is what is there', async () => {
    const { acted, ...turns } = changing(2);
    await untilSettled(turns);
    expect(acted).toEqual([['0'], ['1'], ['2']]);
  });

  it('is left for later where it never comes to rest', async () => {
    const { acted, ...turns } = changing(Infinity);
    await expect(untilSettled(turns)).rejects.toThrow('faster');
    expect(acted.length).toBeLessThan(100);
  });
});

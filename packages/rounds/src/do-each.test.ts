import { expect, it } from 'vitest';
import { doEach } from './index.ts';

it('one that fails keeps nobody behind it waiting, and is told of in the end', async () => {
  const seen: number[] = [];
  const act = (item: number) => {
    seen.push(item);
    return item % 2 === 0 ? Promise.reject(new Error(`no ${item}`)) : Promise.resolve();
  };

  await expect(doEach([1, 2, 3, 4, 5], act)).rejects.toMatchObject({
    errors: [new Error('no 2'), new Error('no 4')],
  });
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

it('no other is begun once the turn is over, or the process is to stop', async () => {
  const seen: number[] = [];
  const stopping = new AbortController();
  const act = (item: number) => {
    seen.push(item);
    if (item === 2) stopping.abort();
    return Promise.resolve();
  };

  expect(await doEach([1, 2, 3], act, { signal: stopping.signal })).toBe(2);
  expect(await doEach([4, 5], act, { until: 0 })).toBe(1);
  expect(seen).toEqual([1, 2, 4]);
});

it('those where nothing was to be done are not counted', async () => {
  expect(await doEach([1, 2, 3], (item) => Promise.resolve(item !== 2))).toBe(2);
});

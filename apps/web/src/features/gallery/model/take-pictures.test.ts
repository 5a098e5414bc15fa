import { describe, expect, it, vi } from 'vitest';
import { allOf, takePictures, TakingFailed } from './take-pictures.ts';
import type { ArchiveNews, Left, TakingNews, TakingSteps } from './take-pictures.ts';

const preparing: ArchiveNews = { state: 'PREPARING', packedCount: 0, leftIds: [], problem: null, url: null };
const ids = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);

/** A studio whose archives are ready after some looks, unless told otherwise. */
function studio(change: Partial<TakingSteps> = {}) {
  const orders: (readonly string[])[] = [];
  const waits: number[] = [];
  const fetched: string[] = [];
  const told: TakingNews[] = [];
  const kept: (Left | null)[] = [];
  const steps: TakingSteps = {
    order: async (part) => String(orders.push(part)),
    look: async (id) => {
      const packedCount = orders[Number(id) - 1]?.length ?? 0;
      return { ...preparing, state: 'READY', packedCount, url: `file ${id}` };
    },
    wait: async (ms) => void waits.push(ms),
    fetchFile: (url) => void fetched.push(url),
    tell: (news) => void told.push(news),
    keep: (left) => void kept.push(left),
    ...change,
  };
  return { steps, orders, waits, fetched, told, kept };
}

describe('taking pictures away', () => {
  it('waits, ever longer up to some seconds, until the archive is there', async () => {
    let looks = 0;
    const ready: ArchiveNews = { ...preparing, state: 'READY', packedCount: 1, url: 'there' };
    const { steps, waits, fetched } = studio({ look: async () => (++looks < 10 ? preparing : ready) });
    expect(await takePictures(allOf(['a']), steps)).toEqual({ files: 1, taken: 1, rest: [], problem: null });
    expect(fetched).toEqual(['there']);
    expect(waits[0]).toBe(400);
    expect(Math.max(...waits)).toBe(3_000);
  });

  it('brings more than a thousand in several files, one after the other, and tells how far it is', async () => {
    const { steps, orders, fetched, told } = studio();
    expect(await takePictures(allOf(ids(3_500)), steps)).toEqual({ files: 4, taken: 3_500, rest: [], problem: null });
    expect(orders.map((part) => part.length)).toEqual([1_000, 1_000, 1_000, 500]);
    expect(orders.flat()).toEqual(ids(3_500));
    expect(fetched).toEqual(['file 1', 'file 2', 'file 3', 'file 4']);
    expect(told.map(({ part, parts, taken }) => [part, parts, taken])).toEqual([
      [1, 4, 0],
      [2, 4, 1_000],
      [3, 4, 2_000],
      [4, 4, 3_000],
    ]);
  });

  it('takes what did not fit into a file with the next one', async () => {
    const { steps, orders } = studio();
    steps.look = async (id) => {
      const part = orders[Number(id) - 1] ?? [];
      const fits = Math.min(400, part.length);
      return { ...preparing, state: 'READY', packedCount: fits, leftIds: part.slice(fits), url: id };
    };
    expect(await takePictures(allOf(ids(1_100)), steps)).toEqual({ files: 3, taken: 1_100, rest: [], problem: null });
    expect(orders.map((part) => [part[0], part.length])).toEqual([
      ['p0', 1_000],
      ['p400', 700],
      ['p800', 300],
    ]);
  });

  it('ends where a file fails: what came has come, and the rest is named', async () => {
    const { steps, orders, fetched } = studio();
    steps.order = async (part) => {
      if (orders.length === 2) throw new TakingFailed('You have 5 downloads.');
      return String(orders.push(part));
    };
    const taken = await takePictures(allOf(ids(3_500)), steps);
    expect(taken).toEqual({ files: 2, taken: 2_000, rest: ids(3_500).slice(2_000), problem: 'You have 5 downloads.' });
    expect(fetched).toEqual(['file 1', 'file 2']);
  });

  it('says why it failed, and that it expired or took too long', async () => {
    const failed = studio({ look: async () => ({ ...preparing, state: 'FAILED', problem: 'More than 2 GB.' }) });
    const nothing = { files: 0, taken: 0, rest: ['a'] };
    expect(await takePictures(allOf(['a']), failed.steps)).toEqual({ ...nothing, problem: 'More than 2 GB.' });
    const expired = studio({ look: async () => null });
    expect(await takePictures(allOf(['a']), expired.steps)).toEqual({ ...nothing, problem: null });
    const endless = studio({ look: async () => preparing });
    expect(await takePictures(allOf(['a']), endless.steps)).toEqual({ ...nothing, problem: null });
    expect(endless.waits.length).toBeLessThan(500);
    const stuck = studio({ look: async () => ({ ...preparing, state: 'READY', leftIds: ['a'], url: 'empty' }) });
    expect(await takePictures(allOf(['a']), stuck.steps)).toEqual({ ...nothing, problem: null });
    expect(stuck.fetched).toEqual([]);
  });

  it('goes on after a moment without a line, not after many', async () => {
    const gone = new Error('The API did not answer');
    let looks = 0;
    const moment = studio();
    const { look } = moment.steps;
    const flaky = { ...moment.steps, look: (id: string) => (++looks < 4 ? Promise.reject(gone) : look(id)) };
    expect(await takePictures(allOf(['a']), flaky)).toMatchObject({ files: 1, rest: [] });
    const dead = studio({ look: () => Promise.reject(gone) });
    expect(await takePictures(allOf(['a']), dead.steps)).toMatchObject({ files: 0, rest: ['a'], problem: null });
    expect(dead.waits).toHaveLength(4);
  });

  it('goes on after a reload with the file that was ordered, and brings none a second time', async () => {
    const before = studio();
    const seen: (readonly [string, number])[] = [];
    const { order, look } = before.steps;
    before.steps.order = (part, key) => (seen.push([key, part.length]), order(part, key));
    // The page goes while the second file is packed.
    before.steps.look = (id) => (id === '2' ? new Promise(() => undefined) : look(id));
    void takePictures(allOf(ids(2_500)), before.steps);
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    const left = before.kept.at(-1);
    expect(left).toMatchObject({ files: 1, taken: 1_000, key: seen[1]?.[0] });

    const after = studio();
    const again: string[] = [];
    const { order: orderAgain } = after.steps;
    after.steps.order = (part, key) => (again.push(key), orderAgain(part, key));
    expect(await takePictures(left ?? allOf([]), after.steps)).toEqual({
      files: 3,
      taken: 2_500,
      rest: [],
      problem: null,
    });
    expect(again[0]).toBe(seen[1]?.[0]);
    expect(after.orders.flat()).toEqual(ids(2_500).slice(1_000));
    expect(after.kept.at(-1)).toBeNull();
  });

  it('is kept when the line ends it, not when the studio does', async () => {
    const broken = studio({ order: () => Promise.reject(new Error('the page goes')) });
    await takePictures(allOf(['a']), broken.steps);
    expect(broken.kept).toMatchObject([{ rest: ['a'] }]);
    const refused = studio({ order: () => Promise.reject(new TakingFailed('No.')) });
    await takePictures(allOf(['a']), refused.steps);
    expect(refused.kept.at(-1)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatches } from './index.ts';
import type { BatchesOptions } from './index.ts';

interface Wish {
  readonly person: string;
  readonly n: number;
}

/** A counter where wishes are served; a test says when a batch is done. */
function counter(options: Partial<BatchesOptions<Wish, number>> = {}) {
  const served: (readonly Wish[])[] = [];
  const doors: (() => void)[] = [];
  const ask = createBatches<Wish, number>({
    run: async (items) => {
      served.push(items);
      await new Promise<void>((open) => doors.push(open));
      return items.map(({ n }) => n * 10);
    },
    ...{ itemsMax: 3, atOnceMax: 2, waitingMax: 8, overloaded: () => new Error('too many') },
    ...options,
  });
  const open = async () => {
    doors.shift()?.();
    await new Promise((done) => setImmediate(done));
  };
  return { ask, open, served, names: () => served.map((batch) => batch.map(({ person, n }) => `${person}${n}`)) };
}

const keyOf = ({ person }: Wish) => person;

describe('a counter', () => {
  it('serves the first at once and together whoever came meanwhile, so many at most', async () => {
    const { ask, open, names } = counter({ atOnceMax: 1 });
    const answers = [1, 2, 3, 4, 5].map((n) => ask({ person: 'a', n }));
    for (let turn = 0; turn < 3; turn += 1) await open();

    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
    expect(names()).toEqual([['a1'], ['a2', 'a3', 'a4'], ['a5']]);
  });

  it('serves nobody at two counters at once, and once per batch where that is asked for', async () => {
    const { ask, open, names } = counter({ keyOf, oncePerBatch: true });
    const wishes = [ask({ person: 'a', n: 1 }), ask({ person: 'a', n: 2 }), ask({ person: 'a', n: 3 })];
    wishes.push(ask({ person: 'b', n: 4 }), ask({ person: 'b', n: 5 }));
    for (let turn = 0; turn < 6; turn += 1) await open();

    await Promise.all(wishes);
    expect(names()).toEqual([['a1'], ['b4'], ['a2'], ['b5'], ['a3']]);
  });

  it('says no at once when too many wait', async () => {
    const { ask, open } = counter({ atOnceMax: 1, waitingMax: 2 });
    const taken = [1, 2, 3].map((n) => ask({ person: 'a', n }));

    await expect(ask({ person: 'a', n: 4 })).rejects.toThrow('too many');
    for (let turn = 0; turn < 2; turn += 1) await open();
    await expect(Promise.all(taken)).resolves.toHaveLength(3);
  });

  it('lets the one that cannot be served fail alone, and everybody together when nobody can be', async () => {
    const run = (items: readonly Wish[]) =>
      items.some(({ n }) => n === 2) ? Promise.reject(new Error('no')) : Promise.resolve(items.map(({ n }) => n));
    const outcomes = async (options: Partial<BatchesOptions<Wish, number>>) => {
      const { ask } = counter({ run, atOnceMax: 1, ...options });
      const settled = await Promise.allSettled([1, 2, 3].map((n) => ask({ person: 'a', n })));
      return settled.map(({ status }) => status);
    };

    expect(await outcomes({})).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await outcomes({ mayBeOnes: () => false })).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('keeps the order of each person, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ person: fc.constantFrom('a', 'b', 'c'), n: fc.nat() })),
        fc.boolean(),
        async (wishes, oncePerBatch) => {
          const done: Wish[] = [];
          const run = async (items: readonly Wish[]) => {
            await Promise.resolve();
            done.push(...items);
            return items.map(({ n }) => n);
          };
          const { ask } = counter({ run, keyOf, oncePerBatch, waitingMax: 1_000 });
          await Promise.all(wishes.map(ask));
          for (const name of ['a', 'b', 'c'])
            expect(done.filter(({ person }) => person === name)).toEqual(
              wishes.filter(({ person }) => person === name),
            );
        },
      ),
      { numRuns: 200 },
    );
  });
});

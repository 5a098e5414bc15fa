import { aPerson } from '@modu/assets/testing';
import type { UserViewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { createCountStore } from '../store/count-store.ts';

let gallery: RunningGallery;
let person: UserViewer;

/** Twelve pictures, every second one of flux: six on "Ponds", three on "Reeds", none on "Empty", two of the first in the trash. */
beforeAll(async () => {
  gallery = await startGallery();
  person = aPerson();
  const ids = await writeRows(
    gallery,
    person.userId,
    Array.from({ length: 12 }, (_, n) => ({
      ...{ modelId: n % 2 === 0 ? 'flux' : 'sketch', createdAt: new Date(Date.UTC(2026, 4, 1, n)) },
      ...(n < 2 ? { deletedAt: new Date() } : {}),
    })),
  );
  for (const [name, on] of [
    ['Ponds', ids.slice(0, 6)],
    ['Reeds', ids.slice(5, 8)],
    ['Empty', []],
  ] as const) {
    const { id } = await gallery
      .ask(person, MAKE, { name })
      .then(({ data }) => data?.['createBoard'] as { id: string });
    await gallery.database.boardImage.createMany({ data: on.map((imageId) => ({ boardId: id, imageId })) });
  }
});
afterAll(() => gallery.stop());

const MAKE = 'mutation ($name: String!) { createBoard(input: { name: $name }) { ... on Board { id } } }';
const FACETS = `query ($modelId: ID, $trashed: Boolean) {
  imageFacets(modelId: $modelId, trashed: $trashed) { exact boards { board { name } count } } }`;

const boardsOf = async (args: object) => {
  const { data } = await gallery.ask(person, FACETS, { ...args });
  const { boards } = data?.['imageFacets'] as { boards: { board: { name: string }; count: number }[] };
  return boards.map(({ board, count }) => `${board.name} ${count}`);
};

describe('the boards of a wall', () => {
  it('say how many of what else is chosen are on them; of the whole wall, what they hold', async () => {
    expect(await boardsOf({})).toEqual(['Ponds 4', 'Reeds 3']);
    expect(await boardsOf({ modelId: 'flux' })).toEqual(['Ponds 2', 'Reeds 1']);
    expect(await boardsOf({ modelId: 'nobody' })).toEqual([]);
    expect(await boardsOf({ trashed: true })).toEqual(['Ponds 2']);
  });

  it('are counted by the statement of the other facets, and all of them read by one', async () => {
    const asked = vi.fn(gallery.database.$queryRaw.bind(gallery.database));
    const database = new Proxy(gallery.database, {
      get: (target, name) => (name === '$queryRaw' ? asked : (Reflect.get(target, name) as unknown)),
    });
    const filter = { trashed: false, modelId: 'flux' };
    const { counts } = await createCountStore(database).facets({ ownerId: person.userId, filter }, 10_000);
    expect(counts.filter(({ kind }) => kind === 'board').map(({ count }) => count)).toEqual([2, 1]);
    expect(asked).toHaveBeenCalledTimes(1);

    const reads = vi.spyOn(gallery.deps.boards, 'findMany');
    await boardsOf({ modelId: 'flux' });
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
  });

  it('are counted over no more matches than their neighbours', async () => {
    const filter = { trashed: false, modelId: 'flux' };
    const { counts, matches } = await gallery.deps.counts.facets({ ownerId: person.userId, filter }, 1);
    expect(matches).toBe(1);
    for (const kind of ['model', 'board'])
      expect(counts.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(
        1,
      );
  });
});

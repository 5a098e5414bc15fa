import { aPerson } from '@modu/assets/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import type { PurgeStore } from '../store/purge-store.ts';
import { emptyTrash } from './purge-images.ts';

let gallery: RunningGallery;
const PICTURES = 1_203;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

/** Somebody with more in the trash than is deleted in one part. */
async function aPersonWithMuchTrash() {
  const person = aPerson();
  const deletedAt = new Date(Date.now() - 60_000);
  const ids = await writeRows(
    gallery,
    person.userId,
    Array.from({ length: PICTURES }, () => ({ deletedAt })),
  );
  const inTrash = () =>
    gallery.database.image.count({
      where: { ownerId: person.userId, deletedAt: { not: null }, purgeStartedAt: null },
    });
  return { person, ids, inTrash };
}

type Part = PurgeStore['markSome'];
const emptying = (person: ReturnType<typeof aPerson>, markSome: Part) =>
  emptyTrash({ viewer: person, deps: { ...gallery.deps, purges: { ...gallery.deps.purges, markSome } } });

describe('a large trash', () => {
  it('is emptied in parts: one that is broken off keeps what it did, and the next goes on', async () => {
    const { person, inTrash } = await aPersonWithMuchTrash();
    let parts = 0;
    const brokenOff: Part = (...args) =>
      ++parts > 1 ? Promise.reject(new Error('the server went')) : gallery.deps.purges.markSome(...args);
    await expect(emptying(person, brokenOff)).rejects.toThrow('the server went');
    expect(await inTrash()).toBe(PICTURES - 1_000);

    const { data } = await gallery.ask(person, 'mutation { emptyTrash { count } }');
    expect(data).toEqual({ emptyTrash: { count: PICTURES - 1_000 } });
    expect(await inTrash()).toBe(0);
  });

  it('leaves alone what is taken back, or thrown away, while it is emptied', async () => {
    const { person, ids, inTrash } = await aPersonWithMuchTrash();
    const { userId: ownerId } = person;
    const [late = ''] = await writeRows(gallery, ownerId, [{}]);
    let parts = 0;
    const meanwhile: Part = async (...args) => {
      if (++parts === 2) {
        const left = await gallery.database.image.findMany({
          where: { id: { in: ids }, purgeStartedAt: null },
          take: 3,
        });
        await gallery.deps.images.restore({ ownerId, ids: left.map(({ id }) => id) });
        await gallery.deps.images.trash({ ownerId, ids: [late] }, new Date(Date.now() + 60_000));
      }
      return gallery.deps.purges.markSome(...args);
    };

    expect(await emptying(person, meanwhile)).toBe(PICTURES - 3);
    expect(await inTrash()).toBe(1);
    expect(await gallery.database.image.count({ where: { ownerId, deletedAt: null } })).toBe(3);
  });
});

import { createId } from '@modu/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedImage, startGallery } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { removeGalleryOf } from './remove-gallery-of.ts';

let running: RunningGallery;
const viewer = { kind: 'service', service: 'gallery', locale: 'en' } as const;
const { signal } = new AbortController();

beforeAll(async () => {
  running = await startGallery();
});
afterAll(() => running.stop());

const leftOf = async (ownerId: string) => {
  const { image, board, imageDay, imageFacet } = running.database;
  const where = { ownerId };
  return Promise.all([
    image.count({ where }),
    board.count({ where }),
    imageDay.count({ where }),
    imageFacet.count({ where }),
  ]);
};

it('removes all pictures, boards and links of somebody who left, nobody else’s, and may be repeated', async () => {
  const [gone, stays] = [createId(), createId()];
  for (const ownerId of [gone, gone, stays]) await seedImage(running, ownerId, { prompt: 'a lighthouse' });
  for (const ownerId of [gone, stays]) {
    await running.deps.boards.create({ id: createId(), ownerId, name: 'Sea', coverImageId: null }, 10);
  }
  const before = await leftOf(stays);
  expect((await leftOf(gone)).slice(0, 2)).toEqual([2, 1]);

  for (const _ of [1, 2]) await removeGalleryOf(gone, { viewer, deps: running.deps, signal });

  expect(await leftOf(gone)).toEqual([0, 0, 0, 0]);
  expect(await leftOf(stays)).toEqual(before);
  const person = { kind: 'user', userId: gone, role: 'ADMIN', locale: 'en' } as const;
  await expect(removeGalleryOf(gone, { viewer: person, deps: running.deps, signal })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

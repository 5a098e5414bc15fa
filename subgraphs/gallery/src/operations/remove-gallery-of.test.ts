import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage, seedImage, startGallery, storeOriginal } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { removeGalleryOf, sweepDepartures } from './remove-gallery-of.ts';

let running: RunningGallery;
const viewer = { kind: 'service', service: 'gallery', locale: 'en' } as const;
const { signal } = new AbortController();

beforeAll(async () => {
  running = await startGallery();
});
afterAll(() => running.stop());

const leftOf = async (ownerId: string) => {
  const { image, board, imageDay, imageFacet, imageFacetDay, imageWord } = running.database;
  const where = { ownerId };
  return Promise.all([
    image.count({ where }),
    board.count({ where }),
    imageDay.count({ where }),
    imageFacet.count({ where }),
    imageFacetDay.count({ where }),
    imageWord.count({ where }),
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

  expect(await leftOf(gone)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await leftOf(stays)).toEqual(before);
  const person = { kind: 'user', userId: gone, role: 'ADMIN', locale: 'en' } as const;
  await expect(removeGalleryOf(gone, { viewer: person, deps: running.deps, signal })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

describe('what comes after its owner has left', () => {
  it('with a token that still worked is removed a day later; then the departure is forgotten', async () => {
    const [gone, stays] = [createId(), createId()];
    await removeGalleryOf(gone, { viewer, deps: running.deps, signal });
    for (const ownerId of [gone, stays]) {
      await running.deps.boards.create({ id: createId(), ownerId, name: 'Sea', coverImageId: null }, 10);
    }
    const notes = () => running.database.departedOwner.count({ where: { ownerId: gone } });
    const hourMs = 3_600_000;
    running.advance(23 * hourMs);
    await sweepDepartures({ deps: running.deps, signal });
    expect([(await leftOf(gone))[1], await notes()]).toEqual([1, 1]);

    running.advance(2 * hourMs);
    await sweepDepartures({ deps: running.deps, signal });
    running.advance(-25 * hourMs);
    expect([(await leftOf(gone))[1], await notes()]).toEqual([0, 0]);
    expect((await leftOf(stays))[1]).toBe(1);
  });

  it('is refused, and nothing is kept of it', async () => {
    const [gone, id] = [createId(), createId()];
    const assetId = await storeOriginal(running, { ownerId: gone, imageId: id });
    await removeGalleryOf(gone, { viewer, deps: running.deps, signal });

    const late = await createImage(running, { id, ownerId: gone, assetId, prompt: 'a lighthouse' });

    expect(late).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'ownerId'] });
    expect(await leftOf(gone)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is removed when it was being written as they left', { timeout: 60_000 }, async () => {
    const [gone, id] = [createId(), createId()];
    const assetId = await storeOriginal(running, { ownerId: gone, imageId: id });
    let late: Promise<unknown> = Promise.resolve();
    let removed: Promise<void> = Promise.resolve();
    await running.database.$transaction(
      async (tx) => {
        // Its words are counted last: the picture waits for that, not yet seen by anybody.
        await tx.$executeRaw`LOCK TABLE image_words IN SHARE MODE`;
        late = createImage(running, { id, ownerId: gone, assetId, prompt: 'a lighthouse' });
        await untilWaiting(1, running);
        removed = removeGalleryOf(gone, { viewer, deps: running.deps, signal });
        await Promise.race([removed, untilWaiting(2, running)]);
      },
      { timeout: 60_000 },
    );
    await Promise.all([late, removed]);

    expect(await leftOf(gone)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

let gallery: RunningGallery;
let database: GalleryDatabase;
const { sql } = Prisma;
const PATIENCE_MS = 60_000;

beforeAll(async () => {
  gallery = await startGallery();
  ({ database } = gallery);
});
afterAll(() => gallery.stop());

/** Locks what `statement` selects until it is told to let go, after `last`. */
async function hold(statement: Prisma.Sql) {
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<Prisma.Sql | undefined>()];
  const holder = database.$transaction(
    async (tx) => {
      await tx.$queryRaw(statement);
      held.resolve();
      const last = await released.promise;
      if (last) await tx.$queryRaw(last);
    },
    { timeout: PATIENCE_MS },
  );
  await Promise.race([held.promise, holder]);
  return {
    release: async (last?: Prisma.Sql) => {
      released.resolve(last);
      await holder;
    },
  };
}

/** Two pictures, the one with the greater id written first. */
async function twoPictures(ownerId: string, details: { readonly deletedAt?: Date } = {}) {
  const [lesser, greater] = [createId(), createId()].sort();
  const createdAt = new Date(Date.UTC(2026, 0, 1));
  const ids = await writeRows(gallery, ownerId, [
    { id: greater ?? '', createdAt, ...details },
    { id: lesser ?? '', createdAt, ...details },
  ]);
  return { ids, lesser: lesser ?? '', greater: greater ?? '' };
}

const lockOf = (id: string) => sql`SELECT id FROM images WHERE id = ${id}::uuid FOR UPDATE`;

describe('changes of the same pictures at the same moment', () => {
  it('wait for each other when one deletes for good what the other takes back', { timeout: PATIENCE_MS }, async () => {
    const ownerId = createId();
    const { ids, greater } = await twoPictures(ownerId, { deletedAt: new Date() });
    await database.$executeRaw`ANALYZE images`;
    const held = await hold(lockOf(greater));
    const marked = gallery.deps.purges.mark({ ownerId, ids }, new Date());
    await untilWaiting(1, gallery);
    const restored = gallery.deps.images.restore({ ownerId, ids });
    await untilWaiting(2, gallery);
    await held.release();

    expect((await marked).toSorted()).toEqual(ids.toSorted());
    expect(await restored).toEqual([]);
  });

  it('come to their end when the database breaks one of them off', { timeout: PATIENCE_MS }, async () => {
    const ownerId = createId();
    const { ids, lesser, greater } = await twoPictures(ownerId);
    const held = await hold(lockOf(greater));
    const starred = gallery.deps.images.star({ ownerId, ids }, true);
    await untilWaiting(1, gallery);
    // Each has what the other waits for. Whoever waits longer is broken off: on a slow machine that may be the test.
    await Promise.allSettled([held.release(lockOf(lesser))]);

    expect((await starred).map((image) => image.starred)).toEqual([true, true]);
  });
});

describe('the counts of one owner', () => {
  it('are taken in one order, whether a picture changes or goes', { timeout: PATIENCE_MS }, async () => {
    const ownerId = createId();
    const { lesser, greater } = await twoPictures(ownerId);
    const held = await hold(sql`SELECT kept FROM image_days WHERE owner_id = ${ownerId} FOR UPDATE`);
    const changed = database.$executeRaw`UPDATE images SET tags = '{sea}', width = 2 WHERE id = ${lesser}::uuid`.then(
      Number,
    );
    await untilWaiting(1, gallery);
    const removed = database.$executeRaw`DELETE FROM images WHERE id = ${greater}::uuid`.then(Number);
    await untilWaiting(2, gallery);
    await held.release();

    expect(await Promise.allSettled([changed, removed])).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'fulfilled', value: 1 },
    ]);
  });
});

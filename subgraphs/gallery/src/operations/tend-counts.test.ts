import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { pruneCounts, recountGalleryOf } from './tend-counts.ts';

let running: RunningGallery;
const viewer = { kind: 'service', service: 'gallery', locale: 'en' } as const;
const { signal } = new AbortController();

beforeAll(async () => {
  running = await startGallery();
});
afterAll(() => running.stop());

/** All that the gallery has counted of somebody, in words. */
async function countsOf(ownerId: string): Promise<string[]> {
  const { imageDay, imageFacet, imageFacetDay, imageWord } = running.database;
  const where = { where: { ownerId } };
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return [
    ...(await imageDay.findMany(where)).map((one) => `${day(one.day)}: ${one.kept} ${one.starred} ${one.trashed}`),
    ...(await imageFacet.findMany(where)).map(({ kind, value, images }) => `${kind} ${value}: ${images}`),
    ...(await imageFacetDay.findMany(where)).map((one) => `${one.kind} ${one.value} ${day(one.day)}: ${one.images}`),
    ...(await imageWord.findMany(where)).map(({ word, images }) => `word ${word}: ${images}`),
  ].toSorted();
}

async function purge(ownerId: string, ids: readonly string[]) {
  await running.deps.images.trash({ ownerId, ids }, new Date());
  await running.deps.purges.mark({ ownerId, ids }, new Date());
  await running.deps.purges.remove(ids);
}

describe('counts that came to nothing', () => {
  it('go with the pictures, and the text of their tags with them; others stay', async () => {
    const ownerId = createId();
    const createdAt = new Date(Date.UTC(2026, 1, 3));
    const ids = await writeRows(running, ownerId, [
      { createdAt, tags: ['divorce', 'sea'] },
      { createdAt, tags: ['sea'], modelId: 'sketch' },
    ]);
    const [first = '', second = ''] = ids;
    await running.deps.images.tag({ ownerId, ids: [second] }, { add: ['print'], remove: [] });
    await purge(ownerId, [first]);
    await pruneCounts(running.deps, { signal });

    const values = ['model sketch', 'shape SQUARE', 'tag print', 'tag sea'];
    const days = [...values, 'pixels 1'].map((value) => `${value} 2026-02-03: 1`);
    expect(await countsOf(ownerId)).toEqual(
      [
        '2026-02-03: 1 0 0',
        'word print: 1',
        'word sea: 1',
        ...values.map((value) => `${value}: 1`),
        ...days,
      ].toSorted(),
    );

    await purge(ownerId, [second]);
    await pruneCounts(running.deps, { signal });
    expect(await countsOf(ownerId)).toEqual([]);
    expect(await running.database.imageCountLeft.count()).toBe(0);
  });

  it('go with the words of a title that was changed, but stay for a picture in the trash', async () => {
    const ownerId = createId();
    const [id = ''] = await writeRows(running, ownerId, [{ prompt: 'murkel', title: 'flimvane' }]);
    await running.database.image.update({ where: { id }, data: { title: 'murkel', deletedAt: new Date() } });
    await pruneCounts(running.deps, { signal });

    expect((await countsOf(ownerId)).filter((count) => count.startsWith('word'))).toEqual(['word murkel: 1']);
  });

  it('stay when a picture that is just being written brings one of them back', { timeout: 60_000 }, async () => {
    const ownerId = createId();
    const [old = ''] = await writeRows(running, ownerId, [{ tags: ['sea'] }]);
    await purge(ownerId, [old]);
    let pruned = Promise.resolve();
    await running.database.$transaction(
      async (tx) => {
        await writeRows({ ...running, database: tx as RunningGallery['database'] }, ownerId, [{ tags: ['sea'] }]);
        pruned = pruneCounts(running.deps, { signal });
        await untilWaiting(1, running);
      },
      { timeout: 60_000 },
    );
    await pruned;

    expect(await countsOf(ownerId)).toContain('tag sea: 1');
    expect(await recountGalleryOf(ownerId, { viewer, deps: running.deps })).toBe(0);
  });
});

describe('a recount', () => {
  it('sets right what work by hand left wrong, and nobody else’s', async () => {
    const [ownerId, other] = [createId(), createId()];
    const rows = [{ tags: ['sea'], starred: true }, { modelId: 'flux', width: 3 }, { deletedAt: new Date() }];
    await writeRows(running, ownerId, rows);
    await writeRows(running, other, rows);
    const right = await countsOf(ownerId);
    const { database } = running;
    await database.imageDay.updateMany({ data: { kept: 7, trashed: 0 } });
    await database.imageFacet.updateMany({ where: { kind: 'tag' }, data: { value: 'see' } });
    await database.imageFacetDay.deleteMany({ where: { kind: 'pixels' } });
    await database.imageWord.updateMany({ data: { word: 'see' } });
    const othersWrong = await countsOf(other);

    expect(await recountGalleryOf(ownerId, { viewer, deps: running.deps })).toBe(7);
    await pruneCounts(running.deps, { signal });

    expect(await countsOf(ownerId)).toEqual(right);
    expect(await countsOf(other)).toEqual(othersWrong);
    expect(await recountGalleryOf(ownerId, { viewer, deps: running.deps })).toBe(0);
  });

  it('may run twice, while pictures come and change', async () => {
    const ownerId = createId();
    const ids = await writeRows(
      running,
      ownerId,
      [...Array<object>(40)].map((_, n) => ({ tags: [`t${n % 3}`] })),
    );
    await running.database.imageFacet.updateMany({ where: { ownerId }, data: { images: 99 } });
    const { images } = running.deps;
    await Promise.all([
      ...[1, 2].map(() => recountGalleryOf(ownerId, { viewer, deps: running.deps })),
      ...ids.map((id) => writeRows(running, ownerId, [{ tags: ['t1'], id: createId(), parentId: id }])),
      ...[0, 10, 20].map((from) => images.star({ ownerId, ids: ids.slice(from, from + 20) }, true)),
      images.trash({ ownerId, ids: ids.slice(5, 25) }, new Date()),
    ]);

    const before = await countsOf(ownerId);
    expect(await recountGalleryOf(ownerId, { viewer, deps: running.deps })).toBe(0);
    expect(await countsOf(ownerId)).toEqual(before);
  });

  it('is for services alone', async () => {
    const person = { kind: 'user', userId: createId(), role: 'ADMIN', locale: 'en' } as const;
    const recounting = recountGalleryOf(person.userId, { viewer: person, deps: running.deps });
    await expect(recounting).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

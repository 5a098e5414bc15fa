import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { pruneWords } from './prune-words.ts';
import { removeGalleryOf } from './remove-gallery-of.ts';

let running: RunningGallery;
const viewer = { kind: 'service', service: 'gallery', locale: 'en' } as const;
const { signal } = new AbortController();

beforeAll(async () => {
  running = await startGallery();
});
afterAll(() => running.stop());

const wordsAmong = async (...words: string[]) => {
  const found = await running.database.imageWord.findMany({ where: { word: { in: words } } });
  return found.map(({ word }) => word).sort();
};

describe('words of pictures that went', () => {
  it('go with a departed account, but for those that somebody else’s picture has', async () => {
    const [gone, stays] = [createId(), createId()];
    await writeRows(running, gone, [{ prompt: 'zorblat castl', tags: ['quixfen'] }, { prompt: 'zorblat' }]);
    await writeRows(running, stays, [{ prompt: 'castl' }]);
    expect(await wordsAmong('zorblat', 'quixfen', 'castl')).toEqual(['castl', 'quixfen', 'zorblat']);

    await removeGalleryOf(gone, { viewer, deps: running.deps, signal });
    for (const _ of [1, 2]) await pruneWords(running.deps, { signal });

    expect(await wordsAmong('zorblat', 'quixfen', 'castl')).toEqual(['castl']);
    expect(await running.database.imageWordLeft.count()).toBe(0);
  });

  it('go when a title is changed, and stay while a picture is in the trash', async () => {
    const [id] = await writeRows(running, createId(), [{ prompt: 'murkel', title: 'flimvane' }]);
    await running.database.image.update({ where: { id: id ?? '' }, data: { title: 'x', deletedAt: new Date() } });
    await pruneWords(running.deps, { signal });
    expect(await wordsAmong('murkel', 'flimvane')).toEqual(['murkel']);

    await running.deps.purges.markExpired(new Date(Date.now() + 1_000), { now: new Date(), limit: 10 });
    await running.deps.purges.remove([id ?? '']);
    await pruneWords(running.deps, { signal });
    expect(await wordsAmong('murkel')).toEqual([]);
  });

  it('stay for a picture that is being written at the same moment', async () => {
    const person = createId();
    const [old] = await writeRows(running, person, [{ prompt: 'wispgard' }]);
    await running.database.image.delete({ where: { id: old ?? '' } });
    await running.database.$transaction(async (tx) => {
      await writeRows({ ...running, database: tx as RunningGallery['database'] }, person, [{ prompt: 'wispgard' }]);
      expect(await running.deps.words.prune(100)).toBe('BUSY');
    });

    await pruneWords(running.deps, { signal });
    expect(await wordsAmong('wispgard')).toEqual(['wispgard']);
  });
});

import { isRefusal } from '@modu/errors';
import { aPerson } from '@modu/assets/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { parseSearch } from '../domain/search-words.ts';
import { createImageList } from './image-list.ts';

let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

describe('a search in a large gallery', () => {
  it('finds the same pictures whether their words are taken to be rare, common, or rarer than they are', async () => {
    const { userId } = aPerson();
    const things = [
      'oil painting of a bridge',
      'an oil lamp',
      'a painting of the sea',
      'ink drawing',
      '유화 속의 다리',
    ];
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
    await writeRows(
      gallery,
      userId,
      Array.from({ length: 60 }, (_, n) => ({ prompt: `${things[n % 5]} ${n}`, createdAt: day(n) })),
    );
    const ways = {
      rare: { matchesMin: 1_000, rowsMax: 10 },
      common: { matchesMin: 0, rowsMax: 60 },
      'common, and not among the first rows': { matchesMin: 0, rowsMax: 4 },
      'expected to be rare, found to be common': { matchesMin: 5, rowsMax: 60 },
    };

    for (const typed of ['oil painting', 'painting', 'bridge', '유화', '다리', 'submarine']) {
      const search = parseSearch(typed);
      if (!search || isRefusal(search)) throw new Error(`"${typed}" is a search`);
      const expected = Array.from({ length: 60 }, (_, n) => `${things[n % 5]} ${n}`).filter((prompt) =>
        typed.split(' ').every((word) => prompt.includes(word)),
      );
      for (const [way, common] of Object.entries(ways)) {
        const list = createImageList(gallery.database, common);
        const found = await list.page({
          ownerId: userId,
          filter: { search, trashed: false },
          sort: 'OLDEST',
          limit: 100,
        });
        expect(
          found.map(({ prompt }) => prompt),
          `${typed}, ${way}`,
        ).toEqual(expected);
        expect(found.every((image) => !('hits' in image))).toBe(true);
      }
    }
  });
});

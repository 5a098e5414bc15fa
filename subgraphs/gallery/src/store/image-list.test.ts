import { isRefusal } from '@modu/errors';
import { aPerson } from '@modu/assets/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import type { Image } from '../domain/image.ts';
import type { ImageFilter } from '../domain/image-filter.ts';
import { parseSearch } from '../domain/search-words.ts';
import { createImageList } from './image-list.ts';
import type { ImageList, ImagePageQuery } from './image-list.ts';

let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

/** So many pictures of a list, over pages that are short before its end. */
async function readOn(list: ImageList, query: ImagePageQuery): Promise<readonly Image[]> {
  const images: Image[] = [];
  for (let left = query; ;) {
    const { images: more, lookedTo } = await list.page(left);
    images.push(...more);
    if (!lookedTo) return images;
    const { beginAt: _, ...rest } = query;
    left = { ...rest, limit: query.limit - images.length, after: lookedTo };
  }
}

/** A whole list, by pages of `limit`. */
async function readAll(list: ImageList, query: ImagePageQuery): Promise<readonly Image[]> {
  const images: Image[] = [];
  for (let left = query; ;) {
    const page = await readOn(list, left);
    images.push(...page);
    const last = page.at(-1);
    if (!last || page.length < query.limit) return images;
    left = { ...query, after: { ...last, pixels: last.width * last.height } };
  }
}

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
      rare: { fewMin: 0, matchesMin: 1_000, rowsMax: 10, sortedMax: 0 },
      common: { fewMin: 0, matchesMin: 0, rowsMax: 60, sortedMax: 0 },
      'common, and not among the first rows': { fewMin: 0, matchesMin: 0, rowsMax: 4, sortedMax: 60 },
      'common, and too many to sort': { fewMin: 0, matchesMin: 0, rowsMax: 4, sortedMax: 5 },
      'expected to be rare, found to be common': { fewMin: 0, matchesMin: 5, rowsMax: 60, sortedMax: 0 },
    };

    for (const typed of ['oil painting', 'painting', 'bridge', '유화', '다리', 'submarine']) {
      const search = parseSearch(typed);
      if (!search || isRefusal(search)) throw new Error(`"${typed}" is a search`);
      const expected = Array.from({ length: 60 }, (_, n) => `${things[n % 5]} ${n}`).filter((prompt) =>
        typed.split(' ').every((word) => prompt.includes(word)),
      );
      for (const [way, common] of Object.entries(ways)) {
        const list = createImageList(gallery.database, common);
        const filter = { search, trashed: false };
        const found = await readAll(list, { ownerId: userId, filter, sort: 'OLDEST', limit: 3 });
        expect(
          found.map(({ prompt }) => prompt),
          `${typed}, ${way}`,
        ).toEqual(expected);
        expect(found.every((image) => !('hits' in image))).toBe(true);
      }
    }
  });
});

describe('a place in a list', () => {
  it('is the same however its matches are found: by day, by passing over others, or behind a picture', async () => {
    const { userId: ownerId } = aPerson();
    const ids = await writeRows(
      gallery,
      ownerId,
      Array.from({ length: 40 }, (_, n) => ({
        ...{ prompt: n % 2 === 0 ? 'a cat' : 'a dog', modelId: n % 3 === 0 ? 'sketch' : 'flux', starred: n % 7 < 3 },
        ...{ tags: n % 4 < 3 ? ['print'] : [], width: 10 + (n % 5), height: n % 2 === 0 ? 30 : 12 },
        createdAt: new Date(Date.UTC(2026, 6, 1 + Math.floor(n / 6), 3, n % 6)),
      })),
    );
    const [board] = await gallery.database.$queryRaw<{ id: string }[]>`
      INSERT INTO boards (id, owner_id, name, place) VALUES (gen_random_uuid(), ${ownerId}, 'Summer', 1) RETURNING id`;
    await gallery.database.boardImage.createMany({
      data: ids.slice(5, 30).map((imageId) => ({ imageId, boardId: board?.id ?? '' })),
    });
    const search = parseSearch('cat');
    if (!search || isRefusal(search)) throw new Error('"cat" is a search');
    const [createdFrom, createdTo] = [new Date('2026-07-02'), new Date('2026-07-06')];
    const filters: Partial<ImageFilter>[] = [
      ...[{ search }, { search, shape: 'PORTRAIT' as const }, { search, starred: false }, { tag: 'print' }],
      ...[{ boardId: board?.id ?? '' }, { createdFrom, createdTo }, { starred: false }, { tag: 'print', search }],
      ...[
        { modelId: 'flux', starred: true, createdFrom },
        { pixelsMin: 150, starred: false },
        { pixelsMax: 360, search },
        { modelId: 'flux', shape: 'PORTRAIT' as const },
      ],
    ];
    const lists = [
      { fewMin: 0, matchesMin: 0, rowsMax: 4, sortedMax: 40 },
      { fewMin: 0, matchesMin: 0, rowsMax: 4, sortedMax: 2 },
      { fewMin: 0, matchesMin: 0, rowsMax: 40, sortedMax: 2 },
      { fewMin: 0, matchesMin: 3, rowsMax: 12, sortedMax: 40 },
      { fewMin: 0, matchesMin: 3, rowsMax: 7, sortedMax: 4 },
    ];
    let turn = 0;
    for (const narrowed of filters) {
      for (const sort of ['NEWEST', 'OLDEST', 'LARGEST'] as const) {
        const query = { ownerId, filter: { trashed: false, ...narrowed }, sort, limit: 3 };
        const all = (await createImageList(gallery.database).page({ ...query, limit: 100 })).images;
        expect(all.length).toBeGreaterThan(4);
        const places = [0, 1, 4, all.length - 1, all.length];
        turn += 1;
        // Each way of finding at one place; over the filters and orders every way comes to every place.
        for (const [number, common] of lists.entries()) {
          const at = places[(turn + number) % places.length] ?? 0;
          const before = all[at - 1];
          const after = before && { ...before, pixels: before.width * before.height };
          const list = createImageList(gallery.database, common);
          const behind = await readOn(list, { ...query, ...(after ? { after } : {}) });
          const passed = await readOn(list, { ...query, beginAt: { skip: at } });
          const expected = all.slice(at, at + 3).map(({ id }) => id);
          const told = `${JSON.stringify(narrowed)} ${sort} from ${at}, ${JSON.stringify(common)}`;
          expect(
            [behind, passed].map((page) => page.map(({ id }) => id)),
            told,
          ).toEqual([expected, expected]);
        }
      }
    }
  });

  it('is found from either end, in each order, for every filter whose counts are kept', async () => {
    const { userId: ownerId } = aPerson();
    // Days of 1, 2, … pictures, and one of many; moments that several share.
    const days = [1, 2, 3, 17, 2, 1].flatMap((count, day) =>
      Array.from({ length: count }, (_, n) => new Date(Date.UTC(2026, 2, 1 + 2 * day, 3, Math.floor(n / 2)))),
    );
    await writeRows(
      gallery,
      ownerId,
      days.map((createdAt, n) => ({
        ...{ createdAt, modelId: n % 3 === 0 ? 'sketch' : 'flux', tags: n % 4 === 0 ? ['print'] : [] },
        ...{ width: 10 + (n % 5), height: 10, starred: n % 2 === 0 },
      })),
    );
    const list = createImageList(gallery.database);
    const sized = { pixelsMin: 110, pixelsMax: 130 };
    const filters = [{}, { starred: true }, { modelId: 'flux' }, { shape: 'SQUARE' }, { tag: 'print' }, sized] as const;
    for (const narrowed of filters) {
      for (const sort of ['NEWEST', 'OLDEST', 'LARGEST'] as const) {
        const query = { ownerId, filter: { trashed: false, ...narrowed }, sort } as const;
        const ids = (await list.page({ ...query, limit: 100 })).images.map(({ id }) => id);
        for (let skip = 1; skip <= ids.length + 1; skip++) {
          const page = (await list.page({ ...query, limit: 4, beginAt: { skip } })).images;
          expect(
            page.map(({ id }) => id),
            `${JSON.stringify(narrowed)} ${sort} from ${skip}`,
          ).toEqual(ids.slice(skip, skip + 4));
        }
      }
    }
    const fromDay = { dayStart: new Date('2026-03-07T00:00:00Z'), skip: 12 };
    const query = { ownerId, filter: { trashed: false }, sort: 'NEWEST', limit: 3 } as const;
    const [{ images: all }, { images: within }] = [
      await list.page({ ...query, limit: 100 }),
      await list.page({ ...query, beginAt: fromDay }),
    ];
    expect(within.map(({ id }) => id)).toEqual(all.slice(3 + 12, 3 + 15).map(({ id }) => id));
  });

  it('of the largest is found among all pictures up to a day', async () => {
    const { userId: ownerId } = aPerson();
    const sizes = [5, 1, 4, 2, 3, 6].map((width, day) => ({
      width,
      createdAt: new Date(Date.UTC(2026, 4, 1 + day, 3)),
    }));
    await writeRows(gallery, ownerId, sizes);
    const list = createImageList(gallery.database);
    const dayStart = new Date('2026-05-05T00:00:00Z');
    const query = { ownerId, filter: { trashed: false }, sort: 'LARGEST', limit: 3 } as const;
    for (let skip = 0; skip <= 6; skip++) {
      const page = (await list.page({ ...query, beginAt: { dayStart, skip } })).images;
      expect(
        page.map(({ width }) => width),
        `from ${skip}`,
      ).toEqual([5, 4, 3, 2, 1].slice(skip, skip + 3));
    }
  });
});

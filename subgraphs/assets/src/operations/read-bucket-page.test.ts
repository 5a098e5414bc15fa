import { describe, expect, it } from 'vitest';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { readBucketPage } from './read-bucket-page.ts';

const PAGE = 1_000;
// In the order of their bytes, which is another than that of JavaScript's strings.
const PLACES = ['a', '～', '😀'].flatMap((name) =>
  Array.from({ length: 1_000 }, (_, i) => `users/x/${name}${String(i).padStart(4, '0')}`),
);

const isBehind = (place: string, key: string) => Buffer.compare(Buffer.from(key), Buffer.from(place)) > 0;
const pageOf = (keys: readonly string[], after: string, limit: number) =>
  keys.filter((key) => isBehind(after, key)).slice(0, limit);

function aHouse({ objects, records }: { readonly objects: readonly string[]; readonly records: readonly string[] }) {
  const blobs = {
    list: ({ prefix, after = '', limit }: { prefix: string; after?: string; limit: number }) =>
      Promise.resolve(pageOf(prefix === 'users/' ? objects : [], after, limit).map((key) => ({ key }))),
  };
  const assets = {
    listByPlace: ({ after, upTo, limit }: { after: string; upTo: string | undefined; limit: number }) => {
      const reached = records.filter((key) => upTo === undefined || !isBehind(upTo, key));
      return Promise.resolve(pageOf(reached, after, limit).map((objectKey) => ({ objectKey }) as Asset));
    },
  };
  return { assets, blobs } as unknown as Pick<AssetsDeps, 'assets' | 'blobs'>;
}

/** What each page held, as keys. */
async function walk(house: ReturnType<typeof aHouse>) {
  const pages: { objects: string[]; records: string[] }[] = [];
  let place: string | undefined;
  do {
    const { objects, records, next } = await readBucketPage(place, house);
    pages.push({ objects: objects.map(({ key }) => key), records: records.map(({ objectKey }) => objectKey) });
    place = next;
  } while (place !== undefined);
  return pages;
}

describe('a walk through bucket and records', () => {
  it.each([
    ['as many of both', PLACES, PLACES],
    ['an empty bucket', [], PLACES],
    ['no records', PLACES, []],
    ['stretches without objects', PLACES.filter((_, i) => i % 1_000 < 400), PLACES],
    ['stretches without records', PLACES, PLACES.filter((_, i) => i % 1_000 >= 900)],
  ])(
    'sees each once, in pages of the same range, of which none is longer than a page: %s',
    async (_, objects, records) => {
      const pages = await walk(aHouse({ objects, records }));

      expect(pages.flatMap((page) => page.objects)).toEqual(objects);
      expect(pages.flatMap((page) => page.records)).toEqual(records);
      for (const page of pages) expect(Math.max(page.objects.length, page.records.length)).toBeLessThanOrEqual(PAGE);
      const last = ({ objects: [...keys], records: more }: (typeof pages)[number]) =>
        [...keys, ...more].reduce((furthest, key) => (isBehind(furthest, key) ? key : furthest), '');
      for (const [at, page] of pages.slice(1).entries()) {
        const before = last(pages[at] ?? { objects: [], records: [] });
        expect([...page.objects, ...page.records].every((key) => isBehind(before, key))).toBe(true);
      }
    },
  );
});

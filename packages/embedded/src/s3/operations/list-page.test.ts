import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedObject } from '../store/object-store.ts';
import type { ListPage } from './list-page.ts';
import { listPage } from './list-page.ts';

const record = { etag: '', sizeBytes: 0, modifiedAtMs: 0, headers: {}, parts: [], checksums: {} };

function walkOver(keys: readonly string[]): (start: Uint8Array) => Iterable<ListedObject> {
  const sorted = [...new Set(keys)].map((key) => Buffer.from(key)).sort((a, b) => Buffer.compare(a, b));
  return (start) => sorted.filter((key) => Buffer.compare(key, start) >= 0).map((key) => ({ key, record }));
}

/** What S3's documentation says, without any care for speed. */
function expectedEntries(
  keys: readonly string[],
  { prefix, delimiter }: { prefix: string; delimiter: string },
): string[] {
  const matching = keys.filter((key) => key.startsWith(prefix));
  const entries = matching.map((key) => {
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    return at < 0 ? `key ${key}` : `folder ${key.slice(0, at + delimiter.length)}`;
  });
  return [...new Set(entries)].sort();
}

function entriesOf(page: ListPage): string[] {
  const keys = page.objects.map(({ key }) => `key ${key.toString()}`);
  return [...keys, ...page.commonPrefixes.map((prefix) => `folder ${prefix}`)];
}

describe('pages of a listing', () => {
  it('hold together every key and folder once, for any keys, prefix, delimiter and page size', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é', '\uffff', '😀'), minLength: 1, maxLength: 6 });
    const prefix = fc.string({ unit: fc.constantFrom('a', '/', '😀'), maxLength: 2 });
    const inputs = [
      fc.array(key, { maxLength: 30 }),
      prefix,
      fc.constantFrom('', '/', 'a/', '😀'),
      fc.integer({ min: 1, max: 5 }),
    ] as const;
    fc.assert(
      fc.property(...inputs, (keys, wantedPrefix, delimiter, limit) => {
        const seen: string[] = [];
        let start: Uint8Array | undefined = Buffer.alloc(0);
        while (start) {
          const page: ListPage = listPage(walkOver(keys), { prefix: wantedPrefix, delimiter, start, limit });
          expect(entriesOf(page).length).toBeLessThanOrEqual(limit);
          seen.push(...entriesOf(page));
          start = page.next;
        }

        expect(seen.sort()).toEqual(expectedEntries(keys, { prefix: wantedPrefix, delimiter }));
      }),
    );
  });

  it('leap over a folder instead of walking through it', () => {
    const keys = Array.from({ length: 10_000 }, (_, n) => `folder/${n}`);
    let steps = 0;
    const counting = (start: Uint8Array) => ({
      *[Symbol.iterator]() {
        for (const listed of walkOver([...keys, 'z'])(start)) {
          steps += 1;
          yield listed;
        }
      },
    });

    const page = listPage(counting, { prefix: '', delimiter: '/', start: Buffer.alloc(0), limit: 100 });

    expect(entriesOf(page)).toEqual(['key z', 'folder folder/']);
    expect(steps).toBe(2);
  });
});

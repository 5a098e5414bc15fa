import { expect, it } from 'vitest';
import { isNarrowed, parseGallerySearch } from './wall-filter.ts';

it('the address of the gallery is read, and what makes no sense is left out', () => {
  const good = {
    search: '등대',
    starred: true,
    modelId: 'flux',
    shape: 'PORTRAIT',
    tag: 'print',
    sort: 'OLDEST',
    page: 3,
  };
  expect(parseGallerySearch(good)).toEqual(good);
  const odd = {
    search: ' ',
    starred: 'yes',
    shape: 'ROUND',
    tag: 7,
    sort: 'NEWEST',
    page: 0,
    modelId: 'x'.repeat(201),
  };
  expect(parseGallerySearch(odd)).toEqual({});
  expect([isNarrowed({}), isNarrowed({ sort: 'OLDEST', page: 2 }), isNarrowed({ tag: 'x' })]).toEqual([
    false,
    false,
    true,
  ]);
});

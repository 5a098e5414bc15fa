import { describe, expect, it } from 'vitest';
import { filterOf, narrow, narrowingsOf, parseGallerySearch, wholeWall, widen } from './wall-filter.ts';
import type { GallerySearch } from './wall-filter.ts';

const BOARD = '01a4f0c2-6f1e-7c52-9a55-3d1e55aa0c11';
const WHOLE = {
  search: '등대',
  starred: true,
  from: '2026-11-01',
  to: '2026-11-21',
  boardId: BOARD,
  modelId: 'flux',
  shape: 'PORTRAIT',
  pixelsMin: 4_000_000,
  pixelsMax: 8_000_000,
  tag: 'print',
  sort: 'OLDEST',
  page: 3,
} as const satisfies GallerySearch;

describe('the address of the gallery', () => {
  it('is read', () => {
    expect(parseGallerySearch(WHOLE)).toEqual(WHOLE);
  });

  it.each([
    { search: ' ', starred: 'yes', shape: 'ROUND', tag: 7, sort: 'NEWEST', page: 0, modelId: 'x'.repeat(201) },
    { boardId: 'ponds', from: '2026-02-30', to: 20261121 },
    { from: '0002-11-01', to: 'yesterday' },
    { pixelsMin: 0, pixelsMax: 2 ** 31 },
    { pixelsMin: '4000000', pixelsMax: 0.5 },
  ])('leaves out what makes no sense: %o', (odd) => {
    expect(parseGallerySearch(odd)).toEqual({});
  });

  it('has no last day before the first', () => {
    expect(parseGallerySearch({ from: '2026-11-02', to: '2026-11-01' })).toEqual({ from: '2026-11-02' });
    expect(parseGallerySearch({ from: '2026-11-02', to: '2026-11-02' }).to).toBe('2026-11-02');
  });
});

describe('the sizes of an address', () => {
  it('have no largest below the smallest', () => {
    expect(parseGallerySearch({ pixelsMin: 8, pixelsMax: 7 })).toEqual({ pixelsMin: 8 });
    expect(parseGallerySearch({ pixelsMax: 7 })).toEqual({ pixelsMax: 7 });
  });
});

describe('what the API is asked for', () => {
  it('are whole days where the viewer is, the last one included', () => {
    const { createdFrom, createdTo, ...rest } = filterOf(WHOLE);
    expect(createdFrom).toBe(new Date(2026, 10, 1).toISOString());
    expect(createdTo).toBe(new Date(2026, 10, 22).toISOString());
    const { sort: _, page: __, from: ___, to: ____, ...same } = WHOLE;
    expect(rest).toEqual(same);
  });
});

describe('what narrows a wall', () => {
  it('is told in one order, both days as one, both sizes too', () => {
    expect(narrowingsOf(WHOLE)).toEqual(['search', 'starred', 'date', 'boardId', 'modelId', 'shape', 'size', 'tag']);
    expect(narrowingsOf({ sort: 'OLDEST', page: 2 })).toEqual([]);
    expect(narrowingsOf({ to: '2026-11-21' })).toEqual(['date']);
    expect(narrowingsOf({ pixelsMax: 7 })).toEqual(['size']);
  });

  it('is taken away one by one; pages begin anew, the order stays', () => {
    expect(widen({ from: '2026-11-01', to: '2026-11-02', tag: 'a', sort: 'OLDEST', page: 7 }, 'date')).toEqual({
      tag: 'a',
      sort: 'OLDEST',
      page: 1,
    });
    expect(widen({ tag: 'a' }, 'tag')).toEqual({});
    expect(widen({ tag: 'a', pixelsMin: 1, pixelsMax: 2 }, 'size')).toEqual({ tag: 'a' });
    expect(wholeWall(WHOLE)).toEqual({ sort: 'OLDEST', page: 1 });
  });

  it('is one of a kind: another takes its place', () => {
    expect(narrow({ tag: 'a', shape: 'SQUARE' }, 'tag', { tag: 'b' })).toEqual({ tag: 'b', shape: 'SQUARE' });
    expect(narrow({ from: '2026-01-01', to: '2026-02-01' }, 'date', { from: '2026-11-01' })).toEqual({
      from: '2026-11-01',
    });
  });
});

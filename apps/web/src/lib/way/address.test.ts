import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, matchPath, readSearch } from './address.ts';

describe('a path', () => {
  it('is told from others of the same shape, and names its parts', () => {
    expect(matchPath('/boards/$boardId', '/boards/b1')).toEqual({ boardId: 'b1' });
    expect(matchPath('/boards/$boardId', '/gallery/b1')).toBeNull();
    expect(matchPath('/boards/$boardId', '/boards/')).toBeNull();
    expect(matchPath('/boards/$boardId', '/boards/b1/more')).toBeNull();
  });

  it('gives back any name that was written into it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const href = hrefOf({ to: '/boards/$boardId', params: { boardId: name } });
        expect(matchPath('/boards/$boardId', href)).toEqual({ boardId: name });
      }),
    );
    expect(matchPath('/s/$token', '/s/%E0%A4%A')).toEqual({ token: '%E0%A4%A' });
  });
});

describe('the search of an address', () => {
  it('reads as it was written: text, numbers and truths', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('12', 'true', '"', '-1x'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), value), (search) => {
        expect(readSearch(hrefOf({ to: '/', search }).slice(1))).toEqual({ ...search });
      }),
    );
  });

  it('leaves out what is undefined, and reads anything without failing', () => {
    expect(hrefOf({ to: '/gallery', search: { tag: undefined, page: 2 } })).toBe('/gallery?page=2');
    expect(readSearch('?page=2&x=%&y={"a":1}&z=1e')).toEqual({ page: 2, x: '%', y: '{"a":1}', z: '1e' });
  });
});

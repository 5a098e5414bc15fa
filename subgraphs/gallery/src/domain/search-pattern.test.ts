import { isRefusal } from '@modu/errors';
import { describe, expect, it } from 'vitest';
import { parseSearch } from './search-pattern.ts';

describe('what people search for', () => {
  it('is looked for as it is typed', () => {
    expect(parseSearch(' 50% off_sale\\ ')).toBe('50\\% off\\_sale\\\\');
    expect(parseSearch('고양이'.normalize('NFD'))).toBe('고양이');
  });

  it('is nothing when nothing is typed', () => {
    for (const empty of [null, undefined, '', '  ']) expect(parseSearch(empty)).toBeUndefined();
  });

  it('is refused when it is far too long or no text', () => {
    for (const wrong of ['x'.repeat(201), 'a\0b']) expect(isRefusal(parseSearch(wrong))).toBe(true);
  });
});

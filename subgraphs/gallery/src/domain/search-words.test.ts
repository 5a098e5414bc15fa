import { isRefusal } from '@modu/errors';
import { describe, expect, it } from 'vitest';
import { parseSearch, queryOf } from './search-words.ts';
import type { SearchWords } from './search-words.ts';

function read(typed: string): SearchWords {
  const words = parseSearch(typed);
  if (!words || isRefusal(words)) throw new Error(`not a search: ${typed}`);
  return words;
}
const queryFor = (typed: string) => queryOf(read(typed).terms, new Map()).typed;

describe('what people search for', () => {
  it('is words and their beginnings; signs are looked for as they are typed', () => {
    expect(queryFor(' Light  50% ')).toBe("'light':* & '50%':*");
    expect(read(' Light  50% ').exactly).toEqual(['%50\\%%']);
    expect(queryFor("o'hara \\")).toBe("'o''hara':*");
    expect(read("o'hara \\").exactly).toEqual(["%o'hara%", '%\\\\%']);
    expect(queryFor('plate 13')).toBe("'plate':* & '13'");
    expect(queryFor('plate\t13\n')).toBe(queryFor('plate 13'));
  });

  it('is pairs of syllables in Korean, however the letters were composed', () => {
    expect(queryFor('등대'.normalize('NFD'))).toBe("'등대'");
    expect(queryFor('달')).toBe("'달':*");
    expect(queryFor('등대섬 red달')).toBe("'등대' & '대섬' & '달':* & 'red':*");
    expect(read('등대섬 등대').exactly).toEqual(['%등대섬%']);
  });

  it('may be any of the words of the index that are known for one', () => {
    const known = new Map([['ligthhouse', ['lighthous', "light'"]]]);
    expect(queryOf(read('ligthhouse 밤 fog').terms, known)).toEqual({
      typed: "'밤':* & 'fog':*",
      indexed: "('lighthous' | 'light''')",
    });
  });

  it('is nothing when nothing is typed', () => {
    for (const empty of [null, undefined, '', '  ']) expect(parseSearch(empty)).toBeUndefined();
  });

  it('is refused when it is far too long or no text', () => {
    for (const wrong of ['x'.repeat(201), 'a\0b', 'bell\u0007', 'half \ud83d'])
      expect(isRefusal(parseSearch(wrong))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, parseFileName } from './index.ts';

describe('a text as a file may be called', () => {
  it.each([
    ['가족 👨‍👩‍👧', '가족 👨👩👧'],
    ['Donau\u00addampf\u00adschiff', 'Donaudampfschiff'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON: <a|b>?*"', 'CON a b'],
    ['one\u2028two\nthree', 'one two three'],
    ['.hidden. ', 'hidden'],
    ['\ud83d alone', 'alone'],
    [' \u202e ', 'speech'],
    ['ver. 2', 'ver. 2'],
  ])('of %j is %j', (text, name) => {
    expect(fileNameOf(text, { otherwise: 'speech' })).toBe(name);
  });

  it('is cut between characters', () => {
    expect(fileNameOf(`${'가'.repeat(119)}🌲🌲`)).toBe(`${'가'.repeat(119)}🌲`);
  });

  it('is never one that is refused, whatever the text, also with something before and behind it', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant('👨‍👩‍👧\u00ad\ud83d'),
      fc.string({ maxLength: 400 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const short = fileNameOf(text, { otherwise: 'speech' });
        const name = `001 ${short}.mp3`;
        expect(parseFileName(name)).toBe(name.normalize('NFC'));
        expect(fileNameOf(short)).toBe(short);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersOf, isPlainLine, isPlainText, isSeen } from './plain-text.ts';

const written = ['등대, 안개 낀 새벽', 'a naïve fox 🦊', '👩‍👩‍👧 family', 'שלום — سلام', 'm² × 3½', ''];

describe('a text that people write', () => {
  it.each(written)('is taken as it is: %j', (text) => {
    expect([isPlainLine(text), isPlainText(text)]).toEqual([true, true]);
  });

  it.each(['\0', '\u0007', '\u001b[31m', '\u007f', '\u009b', '\ud83e'])(
    'is not taken with what is not seen but does something: %j',
    (unseen) => {
      const text = `fox${unseen}hole`;
      expect([isPlainLine(text), isPlainText(text)]).toEqual([false, false]);
    },
  );

  it.each(['\n', '\r\n', '\t', '\u202e', '\u2066'])('has %j in texts, never in one line', (mark) => {
    const text = `fox${mark}hole`;
    expect([isPlainLine(text), isPlainText(text)]).toEqual([false, true]);
  });

  it('is seen when more is in it than spaces and what has no width', () => {
    for (const seen of ['a', ' 등대 ', '🦊', '\u200b.']) expect(isSeen(seen)).toBe(true);
    for (const unseen of ['', ' \t\n', '\u200b\u200d', '\u00a0\u3000', '\u2066\u2069'])
      expect(isSeen(unseen)).toBe(false);
  });

  it('that fits one line fits many, and each line of a text without such marks fits one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        if (isPlainLine(text)) expect(isPlainText(text)).toBe(true);
        const hasTurns = /[\t\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(text);
        if (isPlainText(text) && !hasTurns) expect(text.split(/[\r\n]/).every((line) => isPlainLine(line))).toBe(true);
      }),
    );
  });
});

it('a text has as many characters as its writer counts, wherever they stand among the planes', () => {
  expect(['', '등대', '🌊🌊', 'a🦊b', '\ud83e'].map(charactersOf)).toEqual([0, 2, 2, 3, 1]);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => charactersOf(text) === [...text].length));
});

import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

const SENTENCE = 'The light goes straight on. ';

describe('the pieces of a text', () => {
  it('begin with a sentence or two, so that something is heard at once, and grow to what is quickest', () => {
    const text = SENTENCE.repeat(100).trim();
    const pieces = [...piecesOf(text, { language: 'en', charsMax: 600 })];

    const sizes = pieces.map((piece) => piece.text.length);
    expect(sizes[0]).toBeLessThanOrEqual(80);
    expect(sizes.slice(0, 4)).toEqual(sizes.slice(0, 4).toSorted((one, other) => one - other));
    expect(sizes.at(-2)).toBeGreaterThan(560);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const { text: said, start } of pieces) expect(text.startsWith(said, start)).toBe(true);
  });

  it('keep a long first sentence whole, and never cross a paragraph', () => {
    const long = `${'on and '.repeat(30)}on.`;
    const pieces = [...piecesOf(`${long}\nNext.`, { language: 'en', charsMax: 600 })];

    expect(pieces.map((piece) => piece.text)).toEqual([long, 'Next.']);
  });
});

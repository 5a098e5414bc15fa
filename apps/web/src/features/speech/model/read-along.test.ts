import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../lib/words/clock.ts';
import { captionsOf, wordAt, wordFrom } from './read-along.ts';

const TEXT = '빛은 곧게 간다. 그림자가 <생긴다>.\n끝.';
const words = [...TEXT.matchAll(/[가-힣]+/gu)].map(({ 0: word, index }, at) => ({
  start: index,
  end: index + word.length,
  startMs: 200 + at * 500,
  endMs: 600 + at * 500,
}));

describe('reading along', () => {
  it('finds the word that is heard, and the last one in a silence', () => {
    expect([0, 200, 650, 700, 99_999].map((ms) => wordAt(words, ms))).toEqual([-1, 0, 0, 1, words.length - 1]);
  });

  it('finds the word that was pressed, or the next one', () => {
    expect(wordFrom(words, 1)).toBe(words[0]);
    expect(wordFrom(words, 2)).toBe(words[1]);
    expect(wordFrom(words, 999)).toBeUndefined();
  });

  it('gives captions by sentence, as WebVTT that says what the text says', () => {
    const captions = captionsOf(TEXT, words);

    expect(captions.map(({ text }) => text)).toEqual(['빛은 곧게 간다.', '그림자가 <생긴다>.', '끝.']);
    expect(captions[0]).toMatchObject({ startMs: 200, endMs: 1_600 });
    expect(captionsOf('', [])).toEqual([]);
  });

  it('shows lengths as players do', () => {
    expect([0, 61_999, 3_723_000].map(clockOf)).toEqual(['0:00', '1:01', '1:02:03']);
  });
});

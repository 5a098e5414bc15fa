import { expect, it } from 'vitest';
import { placeWords } from './transcript-text.ts';

const said = (paragraph: number, text: string, startMs: number) => ({
  ...{ paragraph, text, startMs, endMs: startMs + 900 },
  words: text
    .split(' ')
    .map((word, at) => ({ text: word, startMs: startMs + at * 100, endMs: startMs + at * 100 + 90 })),
});

it('places each word of a transcript in its text, also where the same word comes again', () => {
  const { text, words } = placeWords([said(1, 'the cat', 0), said(1, 'the dog', 1_000), said(2, 'the end', 5_000)]);

  expect(text).toBe('the cat the dog\nthe end');
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['the', 'cat', 'the', 'dog', 'the', 'end']);
  expect(words.map(({ start }) => start)).toEqual([0, 4, 8, 12, 16, 20]);
});

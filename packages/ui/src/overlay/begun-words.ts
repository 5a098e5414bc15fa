import { createContext } from 'react';

/** What was typed for something that opens, before it was here to take it. */
export const BegunWords = createContext('');

/** A letter of Hangul by itself is the beginning of a syllable, which no input method takes up again. */
const LONE_LETTER = /[\u3131-\u318e]/u;

/** Words with one more key: a letter, or the one that takes the last letter away. Other keys do nothing here. */
export function withKey(words: string, key: string): string {
  const letters = [...words];
  if (key === 'Backspace') return letters.slice(0, -1).join('');
  return [...key].length === 1 && !LONE_LETTER.test(key) ? words + key : words;
}

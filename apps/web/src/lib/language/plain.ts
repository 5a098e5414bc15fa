/** Says of a sentence that it is said as it is written: it holds no figure, no choice and no quoted brace of ICU. */
export const isPlain = (sentence: string): boolean => !/[{}'#]/u.test(sentence);

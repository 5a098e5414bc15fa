import { describe, expect, it } from 'vitest';
import { roundDuration } from './duration.ts';
import { formatSize } from './size.ts';

describe('sizes in words', () => {
  it.each([
    [0, 'en', '0 bytes'],
    [999, 'en', '999 bytes'],
    [1_000, 'en', '1 kB'],
    [3_400_000, 'en', '3.4 MB'],
    [48_331_221, 'en', '48 MB'],
    [5_000_000_000, 'en', '5 GB'],
    [3_400_000, 'ko', '3.4MB'],
  ])('%d in %s is %s', (sizeBytes, locale, words) => {
    expect(formatSize(sizeBytes, locale)).toBe(words);
  });
});

describe('times in words', () => {
  it.each([
    [0, { unit: 'seconds', count: 1 }],
    [2_600, { unit: 'seconds', count: 3 }],
    [89_000, { unit: 'seconds', count: 89 }],
    [120_000, { unit: 'minutes', count: 2 }],
    [7_200_000, { unit: 'hours', count: 2 }],
  ])('%d ms is %o', (timeMs, words) => {
    expect(roundDuration(timeMs)).toEqual(words);
  });
});

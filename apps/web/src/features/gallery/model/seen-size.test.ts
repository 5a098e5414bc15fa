import { expect, it } from 'vitest';
import { isSeenLarger } from './seen-size.ts';

const LAPTOP = { innerWidth: 1_440, innerHeight: 900, devicePixelRatio: 1 };

it.each([
  ['a square that is as high as the window', { width: 4_096, height: 4_096 }, LAPTOP, false],
  ['a wide one that is as wide as it', { width: 4_096, height: 2_304 }, LAPTOP, true],
  [
    'the same on a screen of twice the density',
    { width: 4_096, height: 4_096 },
    { ...LAPTOP, devicePixelRatio: 2 },
    true,
  ],
  ['one that has no more pixels itself', { width: 1_024, height: 576 }, { ...LAPTOP, devicePixelRatio: 2 }, false],
  [
    'any on a phone',
    { width: 4_096, height: 2_304 },
    { innerWidth: 320, innerHeight: 640, devicePixelRatio: 3 },
    false,
  ],
])('%s is drawn with more pixels than the large size has: %o', (_, picture, screen, expected) => {
  expect(isSeenLarger(picture, screen)).toBe(expected);
});

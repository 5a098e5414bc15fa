import { expect, it } from 'vitest';
import { pageRanges } from './page-ranges.ts';

it('names pages that follow each other as one, and only the first of many', () => {
  expect(pageRanges([3, 5, 6, 7])).toBe('3, 5–7');
  expect(pageRanges(Array.from({ length: 30 }, (_, at) => at * 2 + 1))).toMatch(/^1, 3, .* …$/);
});

import { expect, it } from 'vitest';
import { areNoCells, cellLinesFrom, columnOf } from './cell-lines.ts';
import type { Row } from './rows.ts';

/** Lines of three pieces; a font that says no widths makes the last of them as narrow as nothing. */
const rows: readonly Row[] = ['one', 'two', 'three', 'four'].map((text, at) => {
  const y = 700 - at * 20;
  const piece = (x: number, width: number) => ({
    ...{ text, x, right: x + width, y, size: 10 },
    ...{ fonts: [], runs: [], links: [] },
  });
  return { y, size: 10, isMono: false, segments: [piece(50, 30), piece(150, 30), piece(300, 0)] };
});

it('a piece of no width stands in the column that it makes, beside others too', () => {
  const found = cellLinesFrom(rows, 0);

  expect(found?.columns).toHaveLength(3);
  expect(found?.lines.map(({ segments }) => segments.map((one) => columnOf(found.columns, one)))).toEqual(
    rows.map(() => [0, 1, 2]),
  );
  expect(found && areNoCells(found)).toBe(false);
});

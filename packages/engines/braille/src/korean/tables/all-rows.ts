import { CONTRACTION_ROWS } from './contractions.ts';
import { LETTER_ROWS } from './letters.ts';
import { MARK_ROWS } from './marks.ts';
import { NUMBER_ROWS } from './numbers.ts';
import { OLD_ROWS } from './old.ts';
import { ROMAN_ROWS } from './roman.ts';
import type { Row } from './row.ts';
import { SYMBOL_ROWS } from './symbols.ts';

/** The own test tables in the order of the articles. */
export const ALL_ROWS: readonly Row[] = [
  ...LETTER_ROWS,
  ...CONTRACTION_ROWS,
  ...OLD_ROWS,
  ...ROMAN_ROWS,
  ...NUMBER_ROWS,
  ...MARK_ROWS,
  ...SYMBOL_ROWS,
];

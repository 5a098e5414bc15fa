import { CONTRACTION_ROWS } from './contractions.ts';
import { LETTER_ROWS } from './letters.ts';
import { MARK_ROWS } from './marks.ts';
import { NUMBER_ROWS } from './numbers.ts';
import { OLD_ROWS } from './old.ts';
import { ROMAN_ROWS } from './roman.ts';
import type { Row } from './row.ts';
import { SYMBOL_ROWS } from './symbols.ts';

/** The own test tables in the order of the articles. */
export const TABLES: Readonly<Record<string, readonly Row[]>> = {
  Letters: LETTER_ROWS,
  Contractions: CONTRACTION_ROWS,
  'Old letters': OLD_ROWS,
  'Roman letters': ROMAN_ROWS,
  Numbers: NUMBER_ROWS,
  Punctuation: MARK_ROWS,
  Symbols: SYMBOL_ROWS,
};

export const ALL_ROWS: readonly Row[] = Object.values(TABLES).flat();

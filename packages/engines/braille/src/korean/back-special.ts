import { BLANK, isBlankAt, take } from './back-reading.ts';
import type { Reading } from './back-reading.ts';
import { ROMAN_SIGNED } from './symbols.ts';
import { DIGIT_CELLS } from './write-number.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED_DIGITS = '₀₁₂₃₄₅₆₇₈₉';
/** A number that print raises is short. */
const SHIFTED_CELLS_MAX = 12;

/** Raised and lowered digits and signs behind a Roman letter (article 68); behind Hangul the same cells are 바. */
export function readShifted(reading: Reading): boolean {
  if (!/[A-Za-z⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]$/.test(reading.text)) return false;
  const found = /^([⠘⠰])(?:⠼([⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+)|([⠢⠔]+))/.exec(
    reading.cells.slice(reading.at, reading.at + SHIFTED_CELLS_MAX),
  );
  const [all = '', sign, digits = '', signs = ''] = found ?? [];
  if (!found || (sign === '⠰' && signs !== '')) return false;
  const shown = [...digits].map((cell) => (sign === '⠘' ? RAISED : LOWERED_DIGITS).charAt(DIGIT_CELLS.indexOf(cell)));
  take(reading, all.length, shown.join('') + [...signs].map((cell) => (cell === '⠢' ? '⁺' : '⁻')).join(''));
  return true;
}

/** What print shows as cells (article 67) stands between this and a blank. */
const SHOWN_CELLS = '⠸⠿';
export function readShownCells(reading: Reading): boolean {
  const { cells } = reading;
  if (!cells.startsWith(SHOWN_CELLS, reading.at)) return false;
  const from = reading.at + SHOWN_CELLS.length;
  const end = cells.indexOf(BLANK, from);
  take(reading, SHOWN_CELLS.length, '');
  take(reading, (end < 0 ? cells.length : end) - from, cells.slice(from, end < 0 ? cells.length : end));
  return true;
}

const ROMAN_SIGNS = [...ROMAN_SIGNED].map(([print, cells]) => [`⠴${cells}`, print] as const);

/** Symbols that would be read as Hangul without the sign of Roman letters (article 71, proviso), with the sign that ends them. */
export function readRomanSigned(reading: Reading): boolean {
  const { cells, at } = reading;
  if (reading.doubleQuoteOpen) return false;
  const [sign, print] = ROMAN_SIGNS.find(([one]) => cells.startsWith(one, at)) ?? [];
  if (sign === undefined || print === undefined) return false;
  const isEnded = cells[at + sign.length] === '⠲';
  const isNumber = cells[at + sign.length] === '⠼';
  if (!isEnded && !isNumber && !isBlankAt(cells, at + sign.length)) return false;
  take(reading, sign.length + (isEnded ? 1 : 0), print);
  return true;
}

import { ALPHABET } from '../english/signs.ts';
import { BLANK, isBlankAt, take } from './back-reading.ts';
import type { Reading } from './back-reading.ts';
import { OTHER_IPA_SIGNS, SHOWN_IPA_SIGNS } from './ipa-signs.ts';
import { IPA_BRACKETS } from './write-ipa.ts';

const CELLS_MAX = 400;
const SIGN_CELLS_MAX = 3;
/** Where one cell could be a letter and a sign, the sign that the examples show is taken. */
const SIGN_AT = new Map([
  ...[...ALPHABET].map((cell, place) => [cell, String.fromCharCode(97 + place)] as const),
  ...[...OTHER_IPA_SIGNS, ...SHOWN_IPA_SIGNS].map(([sign, cells]) => [cells, sign] as const),
  [BLANK, ' '] as const,
]);

/** Phonetic signs between their own brackets or slashes (article 38), at the beginning of a word. */
export function readIpa(reading: Reading): boolean {
  const { cells, at } = reading;
  if (!isBlankAt(cells, at - 1)) return false;
  for (const [print, [open, close]] of Object.entries(IPA_BRACKETS)) {
    if (!cells.startsWith(open, at)) continue;
    const from = at + open.length;
    const end = cells.slice(from, from + CELLS_MAX).indexOf(close);
    const signs = end > 0 ? signsIn(cells.slice(from, from + end)) : undefined;
    if (!signs) continue;
    take(reading, open.length, print);
    for (const { sign, length } of signs) take(reading, length, sign);
    take(reading, close.length, print === '[' ? ']' : print);
    return true;
  }
  return false;
}

function signsIn(cells: string): { readonly sign: string; readonly length: number }[] | undefined {
  const signs: { sign: string; length: number }[] = [];
  for (let at = 0; at < cells.length;) {
    let length = Math.min(SIGN_CELLS_MAX, cells.length - at);
    while (length > 0 && !SIGN_AT.has(cells.slice(at, at + length))) length -= 1;
    if (length === 0) return undefined;
    signs.push({ sign: SIGN_AT.get(cells.slice(at, at + length))!, length });
    at += length;
  }
  return signs;
}

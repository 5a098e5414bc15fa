import type { BackTranslation } from '../codes.ts';
import { isRefusal } from '../contract.ts';
import { readAddress } from './back-address.ts';
import { readIpa } from './back-ipa.ts';
import { readOld } from './back-old.ts';
import { closingQuoteOf } from './back-quotes.ts';
import { readRoman } from './back-roman.ts';
import { FINAL_AT, HIDDEN_AT, LONG_MARKS, NUMBER_SIGNS, OPERATOR_AT, SHORT_MARKS, WORD_AT } from './back-signs.ts';
import { BLANK, isBlankAt, take } from './back-reading.ts';
import type { Reading } from './back-reading.ts';
import { readRomanSigned, readShifted, readShownCells } from './back-special.ts';
import { readSyllable } from './back-syllable.ts';
import { translateKorean } from './translate.ts';
import { FRACTIONS, SYMBOLS } from './symbols.ts';
import { DIGIT_CELLS } from './write-number.ts';

const LOWERED = '⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔';

/**
 * Korean braille read back by the same rules. Where cells can be two things (앞 and 아.), what usual words and open quotes suggest is taken:
 * both make the same cells again. `readShare` is the share of cells that came out the same when the print was put into braille once more.
 */
export function backTranslateKorean(cells: string): BackTranslation {
  const state = { afterNumber: false, doubleQuoteOpen: false, closeAt: -1 };
  const reading: Reading = { cells, text: '', places: [], at: 0, ...state };
  while (reading.at < cells.length) step(reading);
  return { text: reading.text, places: reading.places, readShare: share(cells, reading.text) };
}

function step(reading: Reading): void {
  const { cells, at } = reading;
  const cell = cells[at] ?? '';
  if (cell === BLANK || cell === '\n') return take(reading, 1, cell === BLANK ? ' ' : '\n');
  if (cell === '⠼') return readFraction(reading) ? undefined : readNumber(reading);
  if (readIpa(reading) || readOperator(reading)) return;
  const wasNumber = reading.afterNumber;
  reading.afterNumber = false;
  if (cell === '⠁' && !isLetterBefore(reading)) {
    const word = WORD_AT.get(cells.slice(at, at + 2));
    if (word !== undefined) return take(reading, 2, word);
  }
  if (readShifted(reading) || readRomanSigned(reading)) return;
  if (cell === '⠴' && readSignedRoman(reading, wasNumber)) return;
  if (readShownCells(reading) || readOld(reading)) return;
  if (cell === '⠸' && readAfter456(reading)) return;
  if (cell === '⠤' && isSeparator(cells, at)) return take(reading, 1, '');
  if (cell === '⠿' && readJamo(reading)) return;
  if (readQuote(reading) || readLongMark(reading)) return;
  const syllable = readSyllable({ cells, inQuote: reading.doubleQuoteOpen, closeAt: reading.closeAt }, at);
  if (syllable) return take(reading, syllable.end - at, syllable.syllable);
  const mark = SHORT_MARKS.get(cell);
  if (mark !== undefined) return take(reading, 1, mark);
  take(reading, 1, cell);
}

const isLetterBefore = ({ text }: Reading): boolean => /[\p{L}\p{N}]$/u.test(text);
const startsWord = ({ text }: Reading): boolean => text === '' || /[\s(“‘「『《〈[{]$/.test(text);

function readNumber(reading: Reading): void {
  const { cells } = reading;
  let at = reading.at + 1;
  let print = '';
  const circled = lowered(cells[at]);
  if (circled > 0) {
    let number = '';
    for (let digit = circled; digit >= 0 && number.length < 2; digit = lowered(cells[++at])) number += String(digit);
    const value = Number(number);
    return take(reading, at - reading.at, value <= 20 ? String.fromCharCode(0x245f + value) : `${value}`);
  }
  if (cells[at] === '⠄') {
    print = '’';
    at += 1;
  }
  for (;;) {
    const digit = DIGIT_CELLS.indexOf(cells[at] ?? '');
    const joined =
      (cells[at] === '⠲' || cells[at] === '⠂') && DIGIT_CELLS.includes(cells[at + 1] ?? '-') && /\d$/.test(print);
    if (cells[at] !== undefined && digit >= 0) print += String(digit);
    else if (joined) print += cells[at] === '⠲' ? '.' : ',';
    else break;
    at += 1;
  }
  take(reading, at - reading.at, print);
  reading.afterNumber = true;
}

/** A digit written a row lower, -1 for another cell. */
const lowered = (cell: string | undefined): number => (cell === undefined ? -1 : LOWERED.indexOf(cell));

/** Between numbers, signs of operation; elsewhere the same cells are letters. */
function readOperator(reading: Reading): boolean {
  const alone = isBlankAt(reading.cells, reading.at - 1);
  if (!reading.afterNumber && !alone) return false;
  for (const [sign, print] of OPERATOR_AT) {
    const isBeforeNumber = reading.cells.startsWith(`${sign}⠼`, reading.at);
    const between = isBeforeNumber && (reading.afterNumber || NUMBER_SIGNS.has(print));
    const apart =
      alone &&
      sign !== '⠡' &&
      reading.cells.startsWith(sign, reading.at) &&
      isBlankAt(reading.cells, reading.at + sign.length);
    if (between || apart) {
      take(reading, sign.length, print);
      return true;
    }
  }
  return false;
}

/** Denominator and numerator as one character of print. */
function readFraction(reading: Reading): boolean {
  const found = /^⠼([⠁-⠚])⠌⠼([⠁-⠚])/.exec(reading.cells.slice(reading.at, reading.at + 5));
  const below = DIGIT_CELLS.indexOf(found?.[1] ?? '-');
  const above = DIGIT_CELLS.indexOf(found?.[2] ?? '-');
  const char = [...FRACTIONS].find(([, [top, bottom]]) => top === above && bottom === below)?.[0];
  if (!found || char === undefined) return false;
  take(reading, 5, char);
  reading.afterNumber = true;
  return true;
}

/** ○○ between ⠸ and ⠇, an item mark at the head of a line, a letter in a bracketed pronunciation. */
function readAfter456(reading: Reading): boolean {
  const hidden = /^⠸([⠴⠭⠬⠔⠢⠕⠶])\1*⠇/.exec(reading.cells.slice(reading.at, reading.at + 40));
  const symbol = HIDDEN_AT.get(hidden?.[1] ?? '');
  if (hidden && symbol !== undefined) {
    take(reading, hidden[0].length, symbol.repeat(hidden[0].length - 2));
    return true;
  }
  const next = reading.cells[reading.at + 1] ?? '';
  const bullet = '⠴⠬⠶'.includes(next) && next !== '' ? HIDDEN_AT.get(next) : undefined;
  if (
    bullet !== undefined &&
    (reading.text === '' || reading.text.endsWith('\n')) &&
    isBlankAt(reading.cells, reading.at + 2)
  ) {
    take(reading, 2, bullet);
    return true;
  }
  const final = FINAL_AT.get(next);
  if (final === undefined || reading.text.lastIndexOf('[') <= reading.text.lastIndexOf(']')) return false;
  take(reading, 2, 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'[final - 1] ?? '');
  return true;
}

/** Between a vowel and 예 or 애 the hyphen's cell is the separator. */
function isSeparator(cells: string, at: number): boolean {
  const next = cells[at + 1];
  const before = cells[at - 1] ?? '';
  if (next === '⠌') return before !== '' && before !== BLANK && before !== '⠤';
  return next === '⠗' && '⠜⠧⠍⠏'.includes(before) && before !== '';
}

const JAMO = new Map<string, string>();
const MODERN = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎㄸㅃㅉㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
/** Of those no longer written, the ones that begin with the full cell too. */
const OLD = 'ㅿㆁㆆㅱㅸㅹㆄᄛㅥㆀㆅㅲㅳᄡㅶㅷㅴㅵㅺㅻㅼㅽㅾ';
for (const letter of MODERN + OLD) {
  const answer = translateKorean({ text: letter });
  if (!isRefusal(answer)) JAMO.set(answer.cells, letter);
}

/** The full cell before a letter; 옹 otherwise. */
function readJamo(reading: Reading): boolean {
  if (isLetterBefore(reading) && !/[ㄱ-ㅣ]$/.test(reading.text)) return false;
  for (const length of [5, 4, 3, 2]) {
    const cells = reading.cells.slice(reading.at, reading.at + length);
    const letter = JAMO.get(cells);
    if (letter === undefined || cells.length < length) continue;
    take(reading, length, letter);
    return true;
  }
  return false;
}

function readQuote(reading: Reading): boolean {
  const { cells, at } = reading;
  const next = cells[at + 1] ?? '';
  const bracket = next === '⠄' || next === '⠂' || next === '⠆';
  if (cells[at] === '⠦' && startsWord(reading) && !bracket && next !== BLANK && next !== '') {
    reading.doubleQuoteOpen = true;
    reading.closeAt = closingQuoteOf(cells, at);
    take(reading, 1, '“');
    return true;
  }
  if (cells[at] === '⠴' && !bracket && reading.doubleQuoteOpen && !startsWord(reading)) {
    reading.doubleQuoteOpen = false;
    take(reading, 1, '”');
    return true;
  }
  return false;
}

/** Circled letters, which begin and end with ⠶. */
const CIRCLED = new Map(
  [...SYMBOLS].filter(([, { cells }]) => /^⠶.+⠶$/.test(cells)).map(([print, { cells }]) => [cells, print]),
);

function readLongMark(reading: Reading): boolean {
  for (const length of reading.cells[reading.at] === '⠶' ? [4, 3] : []) {
    const print = CIRCLED.get(reading.cells.slice(reading.at, reading.at + length));
    if (print === undefined) continue;
    take(reading, length, print);
    return true;
  }
  for (const [sign, print] of LONG_MARKS) {
    if (!reading.cells.startsWith(sign, reading.at)) continue;
    take(reading, sign.length, print);
    return true;
  }
  return false;
}

/** A Roman passage after its sign, or a unit that begins with it. */
function readSignedRoman(reading: Reading, wasNumber: boolean): boolean {
  const { cells, at } = reading;
  if (!wasNumber && !startsWord(reading) && !/[/~·\-:]$/.test(reading.text)) return false;
  if (cells[at + 1] === '⠏' && /^[⠀\n⠠⠐⠤⠸]?$/.test(cells[at + 2] ?? '')) {
    take(reading, 2, '%');
    return true;
  }
  if (cells[at + 1] === '⠈') return false;
  if (
    LONG_MARKS.some(([sign]) => (sign.startsWith('⠴⠏') || sign.startsWith('⠴⠙') ? cells.startsWith(sign, at) : false))
  )
    return false;
  const address = readAddress(cells, at + 1, (name) => backTranslateKorean(name).text);
  if (address) {
    take(reading, address.end - at, address.text);
    return true;
  }
  const roman = readRoman(cells, at + 1);
  if (!roman) return false;
  take(reading, 1, '');
  roman.words.forEach(({ text, length }, place) => {
    if (place > 0) take(reading, 1, ' ');
    take(reading, length, text);
  });
  take(reading, roman.end - reading.at, '');
  return true;
}

/** How much of the cells the print makes again, counted from both ends. */
function share(cells: string, text: string): number {
  const again = translateKorean({ text });
  if (isRefusal(again)) return 0;
  if (again.cells === cells || cells === '') return 1;
  let front = 0;
  while (front < cells.length && cells[front] === again.cells[front]) front += 1;
  let back = 0;
  while (back < cells.length - front && cells.at(-1 - back) === again.cells.at(-1 - back)) back += 1;
  return Math.min(0.999, (front + back) / cells.length);
}

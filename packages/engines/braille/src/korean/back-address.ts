import { isRefusal } from '../contract.ts';
import { addressEnd } from './address.ts';
import { spell } from './back-roman.ts';
import { passageOf } from './roman-passage.ts';
import { translateKorean } from './translate.ts';
import { DIGIT_CELLS } from './write-number.ts';

/** What an address is made of: what joins its parts, names in Hangul, numbers, letters. */
const PARTS = /⠒⠸⠌⠸⠌|⠸⠌|⠸⠷.+?⠸⠾|⠈⠁|⠲|⠤|⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+⠰?|(?:(?!⠒⠸⠌)[^⠲⠤⠸⠼⠈])+/gu;
const JOINTS: ReadonlyMap<string, string> = new Map([
  ['⠒⠸⠌⠸⠌', '://'],
  ['⠸⠌', '/'],
  ['⠈⠁', '@'],
  ['⠲', '.'],
  ['⠤', '-'],
]);
const END = '⠲';
/** What addresses usually end in: behind it, the same cells are Hangul (`.kr이다` and `.kr.oi`). */
const USUAL_END = /\.(?:kr|com|net|org|edu|gov|info|io|html?|php|pdf)$/;
const CELLS_MAX = 200;
/** So many of the cells that may be its end are tried. */
const ENDS_MAX = 8;

export interface ReadAddress {
  readonly text: string;
  readonly end: number;
}

/**
 * An address in Roman letters behind their sign (articles 39 and 74), with the sign that ends them. Its points have the cell of that sign; so what
 * it is read as must be an address, and make the same cells again.
 */
export function readAddress(
  cells: string,
  start: number,
  readHangul: (cells: string) => string,
): ReadAddress | undefined {
  const [word = ''] = /^[^⠀\n]*/u.exec(cells.slice(start, start + CELLS_MAX)) ?? [];
  if (!/⠈⠁|⠸⠌|⠲[^⠲]/u.test(word)) return undefined;
  const readings = readingsOf(word, readHangul);
  const read = readings.find(({ text }) => USUAL_END.test(text)) ?? readings[0];
  return read && { text: read.text, end: start + read.length };
}

/** What a word can be, the longest first. */
function readingsOf(word: string, readHangul: (cells: string) => string): { text: string; length: number }[] {
  const readings: { text: string; length: number }[] = [];
  let end = word.lastIndexOf(END);
  for (let tries = 0; end > 0 && tries < ENDS_MAX; tries += 1) {
    const own = word.slice(0, end);
    const text = printOf(own, readHangul);
    if (text !== undefined && isAddress(text) && cellsOf(text) === `⠴${own}${END}`)
      readings.push({ text, length: end + 1 });
    end = word.lastIndexOf(END, end - 1);
  }
  return readings;
}

function printOf(cells: string, readHangul: (cells: string) => string): string | undefined {
  const parts = cells.match(PARTS) ?? [];
  if (parts.join('') !== cells) return undefined;
  let print = '';
  for (const part of parts) {
    const shown =
      JOINTS.get(part) ??
      (part.startsWith('⠼') ? digitsOf(part) : part.startsWith('⠸⠷') ? readHangul(part.slice(2, -2)) : spell(part));
    if (shown === undefined) return undefined;
    print += shown;
  }
  return print;
}

const digitsOf = (part: string): string =>
  [...part.slice(1)].flatMap((cell) => (cell === '⠰' ? [] : [DIGIT_CELLS.indexOf(cell)])).join('');

/** All of it, also with a name in Hangul inside. */
const isAddress = (text: string): boolean =>
  addressEnd(text, 0) === text.length || (/[가-힣]/.test(text) && passageOf({ text }, 0).end === text.length);

function cellsOf(text: string): string | undefined {
  const answer = translateKorean({ text });
  return isRefusal(answer) ? undefined : answer.cells;
}

import { GREEK } from './greek.ts';
import { ENGLISH_MARKS, ALPHABET } from './signs.ts';
import { writeRomanWord } from './capitals.ts';

/** A piece of a Roman passage in cells. Offsets count from the beginning of the passage. */
export interface RomanPiece {
  readonly cells: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'WORD' | 'FIRST_WORD' | 'GREEK' | 'DIGITS' | 'MARK' | 'SPACE';
  readonly undecided: boolean;
}

const PIECES = /[A-Za-z]+|[\u0391-\u03a9]{2,}|[\u0370-\u03ff]|\d+(?:[.,]\d+)*| |[^]/gu;
const BOUNDARY = /^[\s-]?$/;
const CLOSERS = new Set(['.', ',', ';', ':', '!', '?', ')']);

/** How a passage stands in its text. */
export interface RomanPlace {
  readonly afterRomanSign: boolean;
  /** Something other than a blank follows the passage. */
  readonly touched: boolean;
  /** Places where a sign comes between letters, which no contraction crosses. */
  readonly cuts?: ReadonlySet<number>;
}

/** A passage of Roman letters (with the digits and English punctuation between them) in UEB. */
export function writeRomanText(passage: string, place: RomanPlace): readonly RomanPiece[] {
  const pieces: RomanPiece[] = [];
  let afterNumber = false;
  for (const { text, start } of textsOf(passage, place.cuts)) {
    const end = start + text.length;
    afterNumber = /^\d/.test(text) || (afterNumber && text !== ' ' && text !== '-');
    const first = place.afterRomanSign && pieces.length === 0;
    const touched = place.touched && end === passage.length;
    pieces.push({ start, end, ...writePiece({ passage, text, start, end, first, touched, afterNumber }) });
  }
  return pieces;
}

function* textsOf(passage: string, cuts: ReadonlySet<number> = new Set()) {
  for (const { 0: text, index } of passage.matchAll(PIECES)) {
    let from = 0;
    for (let at = 1; at < text.length && cuts.size > 0; at++) {
      if (!cuts.has(index + at)) continue;
      yield { text: text.slice(from, at), start: index + from };
      from = at;
    }
    yield { text: from > 0 ? text.slice(from) : text, start: index + from };
  }
}

interface Piece {
  readonly passage: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly first: boolean;
  readonly touched: boolean;
  /** Digits set grade 1 mode up to a blank or a hyphen (UEB 6.5.1). */
  readonly afterNumber: boolean;
}

function writePiece(piece: Piece): Pick<RomanPiece, 'cells' | 'kind' | 'undecided'> {
  const { passage, text, start, end, first, touched, afterNumber } = piece;
  if (text === ' ') return { cells: '⠀', kind: 'SPACE', undecided: false };
  const digit = text.charCodeAt(0);
  if (digit >= 48 && digit <= 57) return { cells: writeDigits(text), kind: 'DIGITS', undecided: false };
  const greek = greekCells(text);
  if (greek !== undefined) return { cells: greek, kind: 'GREEK', undecided: false };
  const mark = ENGLISH_MARKS.get(text);
  if (mark !== undefined) return { cells: mark, kind: 'MARK', undecided: false };
  const before = passage[start - 1] ?? '';
  const after = passage[end] ?? '';
  const opens = BOUNDARY.test(before) || before === '(';
  const closes = BOUNDARY.test(after) || (CLOSERS.has(after) && BOUNDARY.test(passage[end + 1] ?? ''));
  const alone = opens && closes;
  const untouched = alone && before !== '-' && before !== '(' && !touched && (after === '' || after === ' ');
  const written = writeRomanWord(text, { alone, untouched, afterRomanSign: first, spelled: afterNumber });
  // Read as more digits without it, also behind a point or a comma (UEB 6.5.2).
  const afterDigit = /\d[.,]?$/.test(passage.slice(Math.max(0, start - 2), start)) && /^[a-j]/.test(text) ? '⠰' : '';
  return { cells: afterDigit + written.cells, kind: first ? 'FIRST_WORD' : 'WORD', undecided: written.undecided };
}

/** Greek capitals together take one word sign. */
function greekCells(text: string): string | undefined {
  if (!/^[\u0391-\u03a9]{2,}$/.test(text)) return GREEK.get(text);
  return `⠠⠠${[...text].map((letter) => (GREEK.get(letter) ?? '').slice(1)).join('')}`;
}

function writeDigits(text: string): string {
  let cells = '⠼';
  for (const char of text)
    cells += char === '.' ? '⠲' : char === ',' ? '⠂' : (ALPHABET['jabcdefghi'.charCodeAt(Number(char)) - 97] ?? '');
  return cells;
}

import { GREEK } from '../english/greek.ts';
import { writeRomanWord } from '../english/capitals.ts';
import {
  AFTER_LETTER,
  ALPHABET,
  ALPHABETIC_WORDS,
  ANYWHERE,
  AT_START,
  BETWEEN_LETTERS,
  LOWER_WORDS,
  SHORTFORMS,
  STRONG_WORDS,
} from '../english/signs.ts';

/** The words of a Roman passage, each with how many cells it has, and where reading goes on. */
export interface ReadRoman {
  readonly words: readonly { readonly text: string; readonly length: number }[];
  readonly end: number;
}

const BLANK = '⠀';

const byCells = (...tables: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> =>
  new Map(tables.flatMap((table) => [...table].map(([letters, cells]) => [cells, letters] as const)));

const LETTERS = new Map([...ALPHABET].map((cell, place) => [String.fromCharCode(97 + place), cell]));
/** What cells can be by where they stand in a word, as they were written: `⠆` begins it as `be` and is `bb` inside. */
const FIRST = byCells(ANYWHERE, AT_START, LETTERS);
const INSIDE = byCells(ANYWHERE, AFTER_LETTER, BETWEEN_LETTERS, LETTERS);
const LAST = byCells(ANYWHERE, AFTER_LETTER, LETTERS);
const WHOLE = byCells(ANYWHERE, LETTERS);

/** What joins two words into one. */
const JOINTS: ReadonlyMap<string, string> = new Map([
  ['⠤', '-'],
  ['⠸⠌', '/'],
]);

const words = new Map<string, string[]>();
for (const table of [ALPHABETIC_WORDS, STRONG_WORDS, LOWER_WORDS, SHORTFORMS]) {
  for (const [word, cells] of table) words.set(cells, [...(words.get(cells) ?? []), word]);
}

/** Reads a passage after the Roman sign up to its terminator, or to where no Roman word can be read. */
export function readRoman(cells: string, start: number): ReadRoman | undefined {
  const stop = endOfPassage(cells, start);
  const parts = cells.slice(start, stop).split(BLANK);
  const read: { text: string; length: number }[] = [];
  for (const [place, part] of parts.entries()) {
    const text = readWord(part, place === 0);
    if (text === undefined) return undefined;
    read.push({ text, length: part.length });
  }
  // A number ends a passage by itself: before one, the cell is a period.
  const end = cells[stop] === '⠲' && cells[stop + 1] !== '⠼' ? stop + 1 : stop;
  return read.length > 0 && read[0]?.text !== '' ? { words: read, end } : undefined;
}

/** The terminator stands before a blank, the end, or Hangul; a bracket or a quote, digits, Hangul's comma and dots after a blank end a passage without it. */
function endOfPassage(cells: string, start: number): number {
  for (let at = start; at < cells.length; at++) {
    const rest = cells.slice(at, at + 4);
    if (/^⠲(?:[⠀\n⠸⠤⠈]|$)/.test(rest) || (rest[0] === '⠲' && at > start)) return at;
    if (/^(?:\n|⠼|⠀⠼|⠀?⠐⠘[⠷⠌]|⠀⠲⠲⠲|⠐[⠀\n⠂⠆]|⠐$|⠰⠆|[⠖⠦](?:[⠐⠕⠲⠀⠴]|$)|⠠⠴|⠦|⠴|⠰⠴|⠤⠤|[⠘⠰]⠼|⠘[⠢⠔])/.test(rest) && at > start)
      return at;
  }
  return cells.length;
}

/** A word, with the marks that follow it inside the passage. */
function readWord(cells: string, first: boolean): string | undefined {
  if (cells === '') return '';
  const tail = /[⠂⠒⠆⠖]$/.exec(cells)?.[0] ?? '';
  const bare = tail === '' ? undefined : readBare(cells.slice(0, -1), first);
  if (bare !== undefined) return bare + ({ '⠂': ',', '⠒': ':', '⠆': ';', '⠖': '!' }[tail] ?? '');
  const joined = cells.split(/(⠤|⠸⠌)/);
  if (joined.length > 1) {
    const halves = joined.map(
      (half) => JOINTS.get(half) ?? readBare(half, first) ?? readBare(half, first, { alone: false }),
    );
    return halves.every((half) => half !== undefined) ? halves.join('') : undefined;
  }
  return readBare(cells, first);
}

/** `alone`: nothing is joined to the word, so that its letters could be taken for a shorter form. */
function readBare(cells: string, first: boolean, { alone } = { alone: true }): string | undefined {
  const greek = readGreek(cells);
  if (greek !== undefined) return greek;
  for (const word of candidates(cells)) {
    for (const untouched of [true, false]) {
      if (writeRomanWord(word, { alone, untouched, afterRomanSign: first }).cells === cells) return word;
    }
  }
  return undefined;
}

/** Readings of a word's cells in all the ways that capitals allow. */
function* candidates(cells: string): Generator<string> {
  if (cells.startsWith('⠰')) yield* capitalised(cells.slice(1));
  yield* capitalised(cells);
}

function* capitalised(bare: string): Generator<string> {
  if (bare.startsWith('⠠⠠')) for (const word of spellings(bare.slice(2))) yield word.toUpperCase();
  else if (bare.startsWith('⠠')) {
    for (const word of spellings(bare.slice(1))) yield word.charAt(0).toUpperCase() + word.slice(1);
  } else yield* spellings(bare);
  if (bare.slice(1).includes('⠠')) yield* mixedCase(bare);
  const [, capitals = '', rest = ''] = /^⠠⠠(.+)⠠⠄(.+)$/.exec(bare) ?? [];
  const [high, low] = [spell(capitals), spell(rest)];
  if (high && low) yield high.toUpperCase() + low;
}

/** McDonald, iOS: each capital sign begins a run of its own. */
function* mixedCase(cells: string): Generator<string> {
  const runs = cells.split(/(?=⠠⠠)|(?<!⠠)(?=⠠)/);
  let word = '';
  for (const run of runs) {
    const letters = run.replace(/^⠠+/, '');
    // Inside a word no letters stand for a word of their own.
    const read = spell(letters);
    if (read === undefined) return;
    word += run.startsWith('⠠⠠')
      ? read.toUpperCase()
      : run.startsWith('⠠')
        ? read.charAt(0).toUpperCase() + read.slice(1)
        : read;
  }
  yield word;
}

/** Lower-case readings: whole words first, then letter by letter. */
function* spellings(cells: string): Generator<string> {
  yield* words.get(cells) ?? [];
  const spelled = spell(cells);
  if (spelled !== undefined) yield spelled;
}

/** Letters and contractions one after another. In each place a cell is one thing only, so that no way has to be tried twice. */
export function spell(cells: string): string | undefined {
  let word = '';
  for (let at = 0; at < cells.length;) {
    const length = [2, 1].find((size) => piecesAt(cells, at, size).has(cells.slice(at, at + size)));
    if (length === undefined) return undefined;
    word += piecesAt(cells, at, length).get(cells.slice(at, at + length)) ?? '';
    at += length;
  }
  return word;
}

function piecesAt(cells: string, at: number, length: number): ReadonlyMap<string, string> {
  const isLast = at + length >= cells.length;
  if (at === 0) return isLast ? WHOLE : FIRST;
  return isLast ? LAST : INSIDE;
}

const greekAt = new Map([...GREEK].filter(([letter]) => letter !== 'ς').map(([letter, cells]) => [cells, letter]));

/** Greek letters, one after another. */
function readGreek(cells: string): string | undefined {
  const capitals = cells.startsWith('⠠⠠⠨');
  const letters = (capitals ? cells.slice(2) : cells).match(/⠠?⠨./gu);
  if (!letters || letters.join('').length !== cells.length - (capitals ? 2 : 0)) return undefined;
  const print = letters.map((letter) => greekAt.get(capitals ? `⠠${letter}` : letter));
  return print.every((letter) => letter !== undefined) ? print.join('') : undefined;
}

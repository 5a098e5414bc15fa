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

/** Print of a Roman passage, and where reading goes on. */
export interface ReadRoman {
  readonly text: string;
  readonly end: number;
}

const BLANK = '⠀';
const READINGS_MAX = 400;
const pieces = new Map<string, string[]>();
for (const table of [ANYWHERE, AFTER_LETTER, BETWEEN_LETTERS, AT_START]) {
  for (const [letters, cells] of table) pieces.set(cells, [...(pieces.get(cells) ?? []), letters]);
}
[...ALPHABET].forEach((cell, place) =>
  pieces.set(cell, [String.fromCharCode(97 + place), ...(pieces.get(cell) ?? [])]),
);

const words = new Map<string, string[]>();
for (const table of [ALPHABETIC_WORDS, STRONG_WORDS, LOWER_WORDS, SHORTFORMS]) {
  for (const [word, cells] of table) words.set(cells, [...(words.get(cells) ?? []), word]);
}

/** Reads a passage after the Roman sign up to its terminator, or to where no Roman word can be read. */
export function readRoman(cells: string, start: number): ReadRoman | undefined {
  const stop = endOfPassage(cells, start);
  const parts = cells.slice(start, stop).split(BLANK);
  const read: string[] = [];
  for (const [place, part] of parts.entries()) {
    const word = readWord(part, place === 0);
    if (word === undefined) return undefined;
    read.push(word);
  }
  const end = cells[stop] === '⠲' ? stop + 1 : stop;
  return read.length > 0 && read[0] !== '' ? { text: read.join(' '), end } : undefined;
}

/** The terminator stands before a blank, the end, or Hangul; a bracket or a quote, digits and Hangul's comma end a passage without it. */
function endOfPassage(cells: string, start: number): number {
  for (let at = start; at < cells.length; at++) {
    const rest = cells.slice(at, at + 3);
    if (/^⠲(?:[⠀\n⠸⠤⠈]|$)/.test(rest) || (rest[0] === '⠲' && at > start)) return at;
    if (/^(?:\n|⠼|⠀⠼|⠐[⠀\n⠂⠆]|⠐$|⠰⠆|[⠖⠦](?:[⠐⠕⠲⠀⠴]|$)|⠠⠴|⠦|⠴|⠰⠴|⠤⠤)/.test(rest) && at > start) return at;
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
    const halves = joined.map((half) => (half === '⠤' ? '-' : half === '⠸⠌' ? '/' : readBare(half, first)));
    return halves.every((half) => half !== undefined) ? halves.join('') : undefined;
  }
  return readBare(cells, first);
}

function readBare(cells: string, first: boolean): string | undefined {
  const greek = readGreek(cells);
  if (greek !== undefined) return greek;
  for (const word of candidates(cells)) {
    for (const untouched of [true, false]) {
      if (writeRomanWord(word, { alone: true, untouched, afterRomanSign: first }).cells === cells) return word;
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
}

/** McDonald, iOS: each capital sign begins a run of its own. */
function* mixedCase(cells: string): Generator<string> {
  const runs = cells.split(/(?=⠠⠠)|(?<!⠠)(?=⠠)/);
  let word = '';
  for (const run of runs) {
    const letters = run.replace(/^⠠+/, '');
    const [read] = spellings(letters);
    if (read === undefined) return;
    word += run.startsWith('⠠⠠')
      ? read.toUpperCase()
      : run.startsWith('⠠')
        ? read.charAt(0).toUpperCase() + read.slice(1)
        : read;
  }
  yield word;
}

/** Lower-case readings, whole words first, at most a few hundred. */
function* spellings(cells: string): Generator<string> {
  yield* words.get(cells) ?? [];
  const budget = { left: READINGS_MAX };
  yield* spell(cells, 0, '', budget);
}

function* spell(cells: string, at: number, word: string, budget: { left: number }): Generator<string> {
  if (budget.left <= 0) return;
  if (at === cells.length) {
    budget.left -= 1;
    yield word;
    return;
  }
  for (const length of [2, 1]) {
    const found = at + length <= cells.length ? pieces.get(cells.slice(at, at + length)) : undefined;
    for (const letters of found ?? []) yield* spell(cells, at + length, word + letters, budget);
  }
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

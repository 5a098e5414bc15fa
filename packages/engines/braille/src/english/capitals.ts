import { contractWord, type WordPlace } from './contract-word.ts';
import { SHORTFORMS, spell } from './signs.ts';

/** A run of letters of one case, as capitals are signed (UEB 8): one letter ⠠, two or more ⠠⠠, and ⠠⠄ before small ones. */
const RUNS = /[A-Z]{2,}(?=s$)|[A-Z]{2,}(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]/g;

/** Acronyms this short are read letter by letter more often than not; longer ones are words. */
const ACRONYM_MAX = 4;

export interface WrittenWord {
  readonly cells: string;
  /** Pronunciation, which print does not show, decides between letters and contractions. */
  readonly undecided: boolean;
}

/** A Roman word with its capital signs. A short word in capitals is spelled: whether it is read as a word is not in print. */
export function writeRomanWord(word: string, place: WordPlace): WrittenWord {
  const lower = word.toLowerCase();
  if (word === lower) return { cells: gradeOne(word, place) + contractWord(word, place), undecided: false };
  if (word.length === 1) return { cells: `${gradeOne(lower, place)}⠠${spell(lower)}`, undecided: false };
  if (word === word.toUpperCase()) return writeCapitals(lower, place);
  if (word.slice(1) === lower.slice(1)) return { cells: `⠠${contractWord(lower, place)}`, undecided: false };
  const inside: WordPlace = { alone: false, untouched: false, afterRomanSign: false, spelled: place.spelled ?? false };
  let cells = '';
  for (const [run] of word.matchAll(RUNS)) {
    // The plural of an acronym: the capitals end before its s.
    if (run === 's' && /[A-Z]{2}s$/.test(word)) return { cells: `${cells}⠠⠄⠎`, undecided: false };
    const small = run.toLowerCase();
    if (run === small) cells += cells.endsWith('⠠⠠') ? small : contractWord(small, inside);
    else if (run.length > 1 && run === run.toUpperCase()) cells += `⠠⠠${spell(small)}`;
    else cells += `⠠${contractWord(small, inside)}`;
  }
  return { cells, undecided: false };
}

function writeCapitals(lower: string, place: WordPlace): WrittenWord {
  const letters = spell(lower);
  const grade = place.alone && isShortformCells(letters) ? '⠰' : '';
  if (lower.length <= ACRONYM_MAX) {
    const contracted = contractWord(lower, { ...place, alone: false, untouched: false, afterRomanSign: false });
    return { cells: `${grade}⠠⠠${letters}`, undecided: contracted !== letters };
  }
  return { cells: `⠠⠠${contractWord(lower, { ...place, alone: false })}`, undecided: false };
}

const shortformCells = new Set(SHORTFORMS.values());

/** CD spelled out looks like "could": such letters take the grade 1 sign (UEB 5.7). */
const isShortformCells = (cells: string): boolean => shortformCells.has(cells);

/** A letter on its own that is also a wordsign takes the grade 1 sign; a, i and o are words themselves (UEB 5.7). */
function gradeOne(lower: string, place: WordPlace): string {
  if (lower.length === 1) return place.alone && !place.afterRomanSign && !'aio'.includes(lower) ? '⠰' : '';
  return place.alone && !SHORTFORMS.has(lower) && isShortformCells(spell(lower)) ? '⠰' : '';
}

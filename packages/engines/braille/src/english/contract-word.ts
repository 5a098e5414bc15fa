import {
  AFTER_LETTER,
  ALPHABETIC_WORDS,
  ANYWHERE,
  AT_START,
  BEGINNING_SHORTFORMS,
  BETWEEN_LETTERS,
  LONGER_SHORTFORMS,
  LOWER_WORDS,
  NOT_WHOLE,
  SHORTFORMS,
  spell,
  STRONG_WORDS,
} from './signs.ts';
import { seamsOf } from './exceptions.ts';

/** What stands round a word: whether wordsigns may be used, and whether lower ones may (nothing touches the word). */
export interface WordPlace {
  readonly alone: boolean;
  readonly untouched: boolean;
  /** Right after the Roman sign, article 37 spells alphabetic and lower wordsigns out. */
  readonly afterRomanSign: boolean;
  /** Grade 1 mode is set: no contractions at all. */
  readonly spelled?: boolean;
}

const LONGEST = 9;
const KNOWN_MAX = 20_000;
const known = new Map<string, string>();

/** A lower-case Roman word in contracted UEB cells. */
export function contractWord(word: string, place: WordPlace): string {
  if (place.spelled) return spell(word);
  if (place.alone) {
    const sign = wordSign(word, place) ?? shortform(word);
    if (sign !== undefined) return sign;
    if (NOT_WHOLE.has(word)) return spell(word);
  }
  const before = known.get(word);
  if (before !== undefined) return before;
  const cells = word.length > 64 ? spell(word) : shortest(word);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(word, cells);
  return cells;
}

function wordSign(word: string, place: WordPlace): string | undefined {
  if (!place.afterRomanSign) {
    const sign = ALPHABETIC_WORDS.get(word) ?? (place.untouched ? LOWER_WORDS.get(word) : undefined);
    if (sign !== undefined) return sign;
  } else if (LOWER_WORDS.has(word) && word.length <= 2) {
    return spell(word);
  }
  return STRONG_WORDS.get(word);
}

/** The shortform of a word, of its plural, or of a longer word that begins with it. */
function shortform(word: string): string | undefined {
  const whole = SHORTFORMS.get(word) ?? LONGER_SHORTFORMS.get(word);
  if (whole !== undefined) return whole;
  const singular = word.endsWith('s') ? SHORTFORMS.get(word.slice(0, -1)) : undefined;
  if (singular !== undefined) return `${singular}⠎`;
  const beginning = BEGINNING_SHORTFORMS.exec(word)?.[1];
  if (beginning === undefined) return undefined;
  const rest = shortest(`${beginning}${word.slice(beginning.length)}`, beginning.length);
  return `${SHORTFORMS.get(beginning) ?? ''}${rest}`;
}

/** Fewest cells wins (UEB 10.10); at a tie, contractions with strong signs come before lower ones and before letters. */
function shortest(word: string, from = 0): string {
  const seams = seamsOf(word);
  const best: { cost: number; cells: string }[] = new Array(word.length + 1);
  best[word.length] = { cost: 0, cells: '' };
  for (let at = word.length - 1; at >= from; at--) {
    const after = best[at + 1];
    let choice = { cost: 100 + (after?.cost ?? 0), cells: spell(word[at] ?? '') + (after?.cells ?? '') };
    for (let length = 2; length <= LONGEST && at + length <= word.length; length++) {
      const sign = crosses(seams, at, at + length) ? undefined : signFor(word, at, length);
      const rest = best[at + length];
      if (sign === undefined || rest === undefined) continue;
      const cost = sign.length * 100 - length + rest.cost + rank(word.slice(at, at + length), sign);
      if (cost < choice.cost) choice = { cost, cells: sign + rest.cells };
    }
    best[at] = choice;
  }
  return best[from]?.cells ?? '';
}

/** At equal length the strong words and the final groupsigns come first, the lower groupsigns between letters last. */
function rank(part: string, sign: string): number {
  if (BETWEEN_LETTERS.has(part)) return 4;
  if (part === 'the' || part === 'and' || part === 'for' || part === 'with') return -2;
  return sign.startsWith('⠰') || sign.startsWith('⠨') ? -1 : 0;
}

function signFor(word: string, at: number, length: number): string | undefined {
  const part = word.slice(at, at + length);
  return (
    (at === 0 ? (length < word.length ? AT_START.get(part) : undefined) : AFTER_LETTER.get(part)) ??
    ANYWHERE.get(part) ??
    (at > 0 && at + length < word.length ? BETWEEN_LETTERS.get(part) : undefined)
  );
}

function crosses(seams: ReadonlySet<number>, start: number, end: number): boolean {
  if (seams.size === 0) return false;
  for (let place = start + 1; place < end; place++) if (seams.has(place)) return true;
  return false;
}

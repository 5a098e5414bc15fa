import { FINALS, INITIALS, MEDIALS } from './letters.ts';

const places = (cells: readonly string[]): ReadonlyMap<string, number> =>
  new Map(cells.map((cell, place) => [cell, place]));

/** First letters by their cells; ㅇ has none. */
export const INITIAL_AT = new Map([...places(INITIALS)].filter(([cells]) => cells !== ''));
export const MEDIAL_AT = places(MEDIALS);
export const FINAL_AT = new Map([...places(FINALS)].filter(([cells]) => cells !== ''));

/** Vowel and final in one cell (article 15), as vowel and final. */
export const RIME_AT: ReadonlyMap<string, readonly [medial: number, final: number]> = new Map([
  ['⠹', [4, 1]], ['⠾', [4, 4]], ['⠞', [4, 8]], ['⠡', [6, 4]], ['⠳', [6, 8]], ['⠻', [6, 21]], ['⠭', [8, 1]], ['⠷', [8, 4]], ['⠿', [8, 21]],
  ['⠛', [13, 4]], ['⠯', [13, 8]], ['⠵', [18, 4]], ['⠮', [18, 8]], ['⠟', [20, 4]],
]); // prettier-ignore

/** A final that a contraction carries and the letter after it, as the final of both: 억 and ㅅ are ㄳ. */
export const JOINED_FINALS: ReadonlyMap<string, number> = new Map([
  ['1⠁', 2], ['1⠄', 3], ['4⠅', 5], ['4⠴', 6], ['8⠁', 9], ['8⠢', 10], ['8⠃', 11], ['8⠄', 12], ['8⠦', 13], ['8⠲', 14], ['8⠴', 15],
]); // prettier-ignore

export const WORD_AT: ReadonlyMap<string, string> = new Map([
  ['⠁⠎', '그래서'], ['⠁⠉', '그러나'], ['⠁⠒', '그러면'], ['⠁⠢', '그러므로'], ['⠁⠝', '그런데'], ['⠁⠥', '그리고'], ['⠁⠱', '그리하여'],
]); // prettier-ignore

/** Marks of two cells and more, which no letters can be. */
export const LONG_MARKS: readonly (readonly [cells: string, print: string])[] = [
  ['⠠⠠⠠', '…'], ['⠲⠲⠲', '...'], ['⠦⠄', '('], ['⠠⠴', ')'], ['⠦⠂', '{'], ['⠐⠴', '}'], ['⠦⠆', '['], ['⠰⠴', ']'], ['⠰⠦', '『'], ['⠴⠆', '』'],
  ['⠐⠦', '「'], ['⠴⠂', '」'], ['⠰⠶', '《'], ['⠶⠆', '》'], ['⠐⠶', '〈'], ['⠶⠂', '〉'], ['⠠⠦', '‘'], ['⠴⠄', '’'], ['⠐⠆', '·'], ['⠐⠂', ':'],
  ['⠰⠆', ';'], ['⠸⠌', '/'], ['⠈⠔', '~'], ['⠤⠤', '―'], ['⠐⠔', '*'], ['⠴⠴', '〃'], ['⠸⠦', '?'], ['⠴⠏⠏', '%p'], ['⠴⠙⠠⠉', '℃'], ['⠴⠙⠠⠋', '℉'],
  ['⠴⠈⠺', '₩'], ['⠴⠈⠎', '$'], ['⠴⠈⠉', '¢'], ['⠴⠈⠑', '€'], ['⠴⠈⠇', '£'], ['⠴⠈⠽', '¥'], ['⠪⠒⠕', '↔'], ['⠒⠕', '→'], ['⠪⠒', '←'],
  ['⠴⠈⠋', '₣'], ['⠰⠒⠕', '↑'], ['⠸⠴⠴', '◎'], ['⠸⠶⠶', '▣'], ['⠸⠔', '※'], ['⠠⠄', 'ː'],
  ['⠈⠁', '@'], ['⠈⠢', '^'], ['⠸⠹', '#'], ['⠸⠤', '_'], ['⠸⠡', '\\'], ['⠸⠳', '|'], ['⠸⠲', '•'],
]; // prettier-ignore

export const SHORT_MARKS: ReadonlyMap<string, string> = new Map([
  ['⠲', '.'], ['⠦', '?'], ['⠖', '!'], ['⠐', ','], ['⠤', '-'],
]); // prettier-ignore

export const OPERATOR_AT: readonly (readonly [cells: string, print: string])[] = [
  ['⠨⠒⠒', '≠'], ['⠲⠲', '≥'], ['⠖⠖', '≤'], ['⠢⠔', '±'], ['⠒⠒', '='], ['⠢⠢', '>'], ['⠔⠔', '<'], ['⠌⠌', '÷'], ['⠢', '+'], ['⠔', '−'], ['⠡', '×'],
]; // prettier-ignore

/** Signs of a number: right before one, where nothing stands before them. */
export const NUMBER_SIGNS: ReadonlySet<string> = new Set(['±', '−']);

/** Syllables that end in a letter whose cell is also a mark of punctuation; before the end of a word only these are read as letters. */
export const ENDS_IN_LETTER = new Set(
  '앞옆높깊숲잎릎싶짚덮엎갚늪겊섶읊끝밭같곁밑겉솥팥볕낱맡붙뱉홑뭍훑핥엌녘켴읗않많좋놓넣낳쌓닿찧싫잃떻렇갛겋랗맣멓얗엏옇덯찮꿇끓옳닳곯뚫앓잖찮끊',
);

/** Hidden and missing letters by their cells between ⠸ and ⠇. */
export const HIDDEN_AT: ReadonlyMap<string, string> = new Map([
  ['⠴', '○'], ['⠭', '×'], ['⠬', '△'], ['⠔', '☆'], ['⠢', '◇'], ['⠕', '◆'], ['⠶', '□'],
]); // prettier-ignore

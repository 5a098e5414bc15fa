/** First letters in Unicode's order (articles 1 and 2): ㅇ has no cell, doubled letters begin with ⠠. */
export const INITIALS = [
  '⠈',
  '⠠⠈',
  '⠉',
  '⠊',
  '⠠⠊',
  '⠐',
  '⠑',
  '⠘',
  '⠠⠘',
  '⠠',
  '⠠⠠',
  '',
  '⠨',
  '⠠⠨',
  '⠰',
  '⠋',
  '⠓',
  '⠙',
  '⠚',
] as const;

/** Vowels in Unicode's order (articles 6 and 7). */
export const MEDIALS = [
  '⠣', '⠗', '⠜', '⠜⠗', '⠎', '⠝', '⠱', '⠌', '⠥', '⠧', '⠧⠗', '⠽', '⠬', '⠍', '⠏', '⠏⠗', '⠍⠗', '⠩', '⠪', '⠺', '⠕',
] as const; // prettier-ignore

/** The ten vowels of article 6; the others are of article 7. */
export const BASIC_MEDIALS: ReadonlySet<number> = new Set([0, 2, 4, 6, 8, 12, 13, 17, 18, 20]);

/** Final letters in Unicode's order, without the empty one: single (article 3), doubled (4), clusters (5). */
export const FINALS = [
  '', '⠁', '⠁⠁', '⠁⠄', '⠒', '⠒⠅', '⠒⠴', '⠔', '⠂', '⠂⠁', '⠂⠢', '⠂⠃', '⠂⠄', '⠂⠦', '⠂⠲', '⠂⠴', '⠢', '⠃', '⠃⠄', '⠄', '⠌', '⠶',
  '⠅', '⠆', '⠖', '⠦', '⠲', '⠴',
] as const; // prettier-ignore

export const I = {
  G: 0,
  N: 2,
  D: 3,
  R: 5,
  M: 6,
  B: 7,
  S: 9,
  SS: 10,
  NG: 11,
  J: 12,
  JJ: 13,
  CH: 14,
  K: 15,
  T: 16,
  P: 17,
  H: 18,
} as const;
export const V = { A: 0, AE: 1, YA: 2, EO: 4, YEO: 6, YE: 7, O: 8, WA: 9, U: 13, WO: 14, EU: 18, I: 20 } as const;
export const F = { NONE: 0, G: 1, GG: 2, GS: 3, N: 4, NJ: 5, NH: 6, L: 8, LH: 15, S: 19, SS: 20, NG: 21 } as const;

const SYLLABLE_FIRST = 0xac00;
const SYLLABLES = 11_172;

/** Whether a UTF-16 unit is a modern Hangul syllable. */
export const isSyllable = (code: number): boolean => code >= SYLLABLE_FIRST && code < SYLLABLE_FIRST + SYLLABLES;

export const initialOf = (code: number): number => Math.floor((code - SYLLABLE_FIRST) / 588);
export const medialOf = (code: number): number => Math.floor(((code - SYLLABLE_FIRST) % 588) / 28);
export const finalOf = (code: number): number => (code - SYLLABLE_FIRST) % 28;

/** The syllable of three letters, by their places in Unicode's order. */
export const syllableOf = (initial: number, medial: number, final: number): string =>
  String.fromCharCode(SYLLABLE_FIRST + initial * 588 + medial * 28 + final);

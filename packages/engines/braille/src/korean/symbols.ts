import type { Undecided } from '../contract.ts';
import type { KoreanRule } from './rules.ts';

/** How a symbol stands among its neighbours. AS_PRINT: print's blanks · SPACED: a blank on both sides · BEFORE_HANGUL: one before Hangul. */
export type Standing = 'AS_PRINT' | 'SPACED' | 'BEFORE_HANGUL';

export interface Symbol {
  readonly cells: string;
  readonly rule: KoreanRule;
  readonly standing: Standing;
  readonly undecided: Undecided | null;
}

const symbols = new Map<string, Symbol>();

function add(
  rule: KoreanRule,
  standing: Standing,
  entries: Readonly<Record<string, string>>,
  undecided: Undecided | null = null,
): void {
  for (const [print, cells] of Object.entries(entries)) symbols.set(print, { cells, rule, standing, undecided });
}

add('UNIT', 'BEFORE_HANGUL', {
  '‰': '⠴⠏⠍',
  '°': '⠴⠙',
  '℃': '⠴⠙⠠⠉',
  '℉': '⠴⠙⠠⠋',
  '′': '⠴⠤',
  '″': '⠴⠤⠤',
  Å: '⠴⠡',
});
add('CURRENCY', 'BEFORE_HANGUL', { '₩': '⠴⠈⠺', $: '⠴⠈⠎', '¢': '⠴⠈⠉', '€': '⠴⠈⠑', '£': '⠴⠈⠇', '₣': '⠴⠈⠋', '¥': '⠴⠈⠽' });
add('ARROW', 'SPACED', { '→': '⠒⠕', '←': '⠪⠒', '↔': '⠪⠒⠕', '↓': '⠘⠒⠕', '↑': '⠰⠒⠕' });
add('SIGN', 'AS_PRINT', { '@': '⠈⠁', '^': '⠈⠢', '#': '⠸⠹', '\\': '⠸⠡', '|': '⠸⠳' });
add('BULLET', 'AS_PRINT', { '•': '⠸⠲', '◎': '⠸⠴⠴', '▣': '⠸⠶⠶' });
// The article names the open ones; others are written as the nearest of them, or as the usual one.
add('BULLET', 'AS_PRINT', { '●': '⠸⠴', '■': '⠸⠶', '▪': '⠸⠶', '▲': '⠸⠬', '★': '⠸⠲', '▶': '⠸⠲', '▷': '⠸⠲' }, 'SIGN_FORM');
add('DITTO', 'AS_PRINT', { '〃': '⠴⠴' });
add('LONG_SOUND', 'AS_PRINT', { ː: '⠠⠄' });

const LOWERED = '⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔';
const CIRCLED_SYLLABLES = '⠫⠉⠊⠐⠣⠑⠘⠇⠣⠨⠰⠣⠋⠓⠙⠚';
const FINAL_FORMS = '⠁⠒⠔⠂⠢⠃⠄⠶⠅⠆⠖⠦⠲⠴';
const ALPHABET = '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵';

for (let number = 1; number <= 20; number++) {
  const cells = [...String(number)].map((digit) => LOWERED[Number(digit)]).join('');
  add('CIRCLED', 'AS_PRINT', { [String.fromCharCode(0x245f + number)]: `⠼${cells}` });
}
// 라, 차 take two cells; the others one.
[...CIRCLED_SYLLABLES.matchAll(/[⠐⠰]⠣|./gu)].forEach(([cells], place) => {
  add('CIRCLED', 'AS_PRINT', { [String.fromCharCode(0x326e + place)]: `⠶${cells}⠶` });
});
[...FINAL_FORMS].forEach((cells, place) =>
  add('CIRCLED', 'AS_PRINT', { [String.fromCharCode(0x3260 + place)]: `⠶⠿${cells}⠶` }),
);
[...ALPHABET].forEach((cells, place) =>
  add('CIRCLED', 'AS_PRINT', { [String.fromCharCode(0x24d0 + place)]: `⠶⠴${cells}⠶` }),
);

/** Symbols that always have the same cells. */
export const SYMBOLS: ReadonlyMap<string, Symbol> = symbols;

/** Vulgar fractions as numerator and denominator. */
export const FRACTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]], ['⅓', [1, 3]], ['⅔', [2, 3]], ['¼', [1, 4]], ['¾', [3, 4]], ['⅕', [1, 5]], ['⅖', [2, 5]], ['⅗', [3, 5]], ['⅘', [4, 5]],
  ['⅙', [1, 6]], ['⅚', [5, 6]], ['⅛', [1, 8]], ['⅜', [3, 8]], ['⅝', [5, 8]], ['⅞', [7, 8]],
]); // prettier-ignore

/** Operators (article 45; of mathematics, article 4). The hyphen is one only inside an equation. */
export const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['+', '⠢'], ['−', '⠔'], ['×', '⠡'], ['÷', '⠌⠌'], ['=', '⠒⠒'], ['>', '⠢⠢'], ['<', '⠔⠔'],
  ['≠', '⠨⠒⠒'], ['≥', '⠲⠲'], ['≤', '⠖⠖'], ['±', '⠢⠔'],
]); // prettier-ignore

/** Signs that hide letters (article 57), and the one for a missing letter (58). */
export const HIDING: ReadonlyMap<string, string> = new Map([
  ['○', '⠴'], ['×', '⠭'], ['△', '⠬'], ['☆', '⠔'], ['◇', '⠢'], ['◆', '⠕'], ['□', '⠶'],
]); // prettier-ignore

/** Roman-signed symbols (article 71, proviso): they would be read as Hangul without it. */
export const ROMAN_SIGNED: ReadonlyMap<string, string> = new Map([
  ['&', '⠈⠯'], ['§', '⠘⠎'], ['¶', '⠘⠏'], ['©', '⠘⠉'], ['®', '⠘⠗'], ['™', '⠘⠞'],
]); // prettier-ignore

const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUB = '₀₁₂₃₄₅₆₇₈₉';

/** Raised or lowered digits and signs: what stands there, and the sign that announces it (article 68). */
export function scriptOf(char: string): { readonly sign: '⠘' | '⠰'; readonly digit: string } | undefined {
  if (char === '') return undefined;
  const raised = SUPER.indexOf(char);
  if (raised >= 0) return { sign: '⠘', digit: String(raised) };
  const lowered = SUB.indexOf(char);
  if (lowered >= 0) return { sign: '⠰', digit: String(lowered) };
  if (char === '⁺') return { sign: '⠘', digit: '+' };
  if (char === '⁻') return { sign: '⠘', digit: '−' };
  return undefined;
}

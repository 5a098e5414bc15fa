import { FINALS, INITIALS, MEDIALS } from './letters.ts';

const OLD = '⠐';

/** Old first letters by code point: one letter (19), with ㅇ under it (20), doubled (21), joined (22). */
const OLD_INITIALS = new Map<number, readonly [cells: string, rule: 'OLD_LETTER' | 'OLD_LIGHT' | 'OLD_DOUBLED' | 'OLD_JOINED']>([
  [0x1140, ['⠨', 'OLD_LETTER']], [0x114c, ['⠙', 'OLD_LETTER']], [0x1159, ['⠚', 'OLD_LETTER']],
  [0x111d, ['⠑⠶', 'OLD_LIGHT']], [0x112b, ['⠘⠶', 'OLD_LIGHT']], [0x112c, ['⠘⠘⠶', 'OLD_LIGHT']], [0x1157, ['⠙⠶', 'OLD_LIGHT']],
  [0x111b, ['⠐⠶', 'OLD_LIGHT']],
  [0x1114, ['⠉⠉', 'OLD_DOUBLED']], [0x1147, ['⠛⠛', 'OLD_DOUBLED']], [0x1158, ['⠚⠚', 'OLD_DOUBLED']],
  [0x111e, ['⠘⠈', 'OLD_JOINED']], [0x1120, ['⠘⠊', 'OLD_JOINED']], [0x1121, ['⠘⠠', 'OLD_JOINED']], [0x1127, ['⠘⠨', 'OLD_JOINED']],
  [0x1129, ['⠘⠓', 'OLD_JOINED']], [0x1122, ['⠘⠠⠈', 'OLD_JOINED']], [0x1123, ['⠘⠠⠊', 'OLD_JOINED']], [0x112d, ['⠠⠈', 'OLD_JOINED']],
  [0x112e, ['⠠⠉', 'OLD_JOINED']], [0x112f, ['⠠⠊', 'OLD_JOINED']], [0x1132, ['⠠⠘', 'OLD_JOINED']], [0x1136, ['⠠⠨', 'OLD_JOINED']],
]); // prettier-ignore

/** Old vowels (article 25). */
const OLD_MEDIALS = new Map([
  [0x119e, '⠐⠼'], [0x11a1, '⠐⠼⠗'], [0x1185, '⠸⠬⠜⠗'], [0x1184, '⠸⠬⠜'], [0x1188, '⠸⠬⠕'], [0x1191, '⠸⠩⠱'], [0x1192, '⠸⠩⠌'], [0x1194, '⠸⠩⠕'],
]); // prettier-ignore

/** Old finals: single ones with the old sign, joined ones letter by letter (22, proviso). */
export const OLD_FINALS: ReadonlyMap<number, string> = new Map([
  [0x11eb, '⠐⠅'], [0x11f0, '⠐⠲'], [0x11f9, '⠐⠴'], [0x11e2, '⠐⠢⠶'], [0x11e6, '⠐⠃⠶'], [0x11f4, '⠐⠲⠶'],
  [0x11ce, '⠂⠔'], [0x11cc, '⠂⠁⠄'], [0x11d9, '⠂⠐⠴'], [0x11dd, '⠢⠄'], [0x11da, '⠢⠁'], [0x11f1, '⠐⠲⠄'], [0x11c7, '⠒⠄'], [0x11d7, '⠂⠐⠅'],
]); // prettier-ignore

export interface OldPart {
  readonly cells: string;
  readonly rule:
    | 'OLD_LETTER'
    | 'OLD_LIGHT'
    | 'OLD_DOUBLED'
    | 'OLD_JOINED'
    | 'OLD_VOWEL'
    | 'OLD_FINALS'
    | 'OLD_FULL_A'
    | 'INITIAL'
    | 'FINAL';
}

/** A first letter in conjoining form; undefined where the regulation has none. */
export function oldInitial(code: number): OldPart | undefined {
  const old = OLD_INITIALS.get(code);
  if (old) return { cells: OLD + old[0], rule: old[1] };
  const cells = code >= 0x1100 && code <= 0x1112 ? INITIALS[code - 0x1100] : undefined;
  return cells === undefined ? undefined : { cells, rule: 'INITIAL' };
}

/** A vowel in conjoining form. */
export function oldMedial(code: number): OldPart | undefined {
  const old = OLD_MEDIALS.get(code);
  if (old !== undefined) return { cells: old, rule: 'OLD_VOWEL' };
  const cells = code >= 0x1161 && code <= 0x1175 ? MEDIALS[code - 0x1161] : undefined;
  return cells === undefined ? undefined : { cells, rule: 'OLD_FULL_A' };
}

/** A final in conjoining form. */
export function oldFinal(code: number): OldPart | undefined {
  const old = OLD_FINALS.get(code);
  if (old !== undefined) return { cells: old, rule: old.startsWith(OLD) ? 'OLD_LETTER' : 'OLD_FINALS' };
  const cells = code >= 0x11a8 && code <= 0x11c2 ? FINALS[code - 0x11a7] : undefined;
  return cells === undefined ? undefined : { cells, rule: 'FINAL' };
}

/** Old letters on their own (compatibility forms): the full cell, the old sign, and the final form where there is one. */
export const OLD_ALONE = new Map([
  ['ㅿ', '⠿⠐⠅'], ['ㆁ', '⠿⠐⠲'], ['ㆆ', '⠿⠐⠴'], ['ㅱ', '⠿⠐⠢⠶'], ['ㅸ', '⠿⠐⠃⠶'], ['ㅹ', '⠿⠐⠘⠘⠶'], ['ㆄ', '⠿⠐⠙⠶'], ['ㅥ', '⠿⠐⠉⠉'],
  ['ㆀ', '⠿⠐⠛⠛'], ['ㆅ', '⠿⠐⠚⠚'], ['ㅲ', '⠿⠐⠘⠈'], ['ㅳ', '⠿⠐⠘⠊'], ['ㅶ', '⠿⠐⠘⠨'], ['ㅷ', '⠿⠐⠘⠓'], ['ㅴ', '⠿⠐⠘⠠⠈'], ['ㅵ', '⠿⠐⠘⠠⠊'],
  ['ㅺ', '⠿⠐⠠⠈'], ['ㅻ', '⠿⠐⠠⠉'], ['ㅼ', '⠿⠐⠠⠊'], ['ㅽ', '⠿⠐⠠⠘'], ['ㅾ', '⠿⠐⠠⠨'], ['ㆍ', '⠐⠼'], ['ㆎ', '⠐⠼⠗'], ['ㆇ', '⠸⠬⠜'],
  ['ㆈ', '⠸⠬⠜⠗'], ['ㆉ', '⠸⠬⠕'], ['ㆊ', '⠸⠩⠱'], ['ㆋ', '⠸⠩⠌'], ['ㆌ', '⠸⠩⠕'],
]); // prettier-ignore

/** Tone marks by code point (article 27). */
export const TONES: ReadonlyMap<number, string> = new Map([
  [0x302e, '⠸⠂'],
  [0x302f, '⠸⠅'],
]);

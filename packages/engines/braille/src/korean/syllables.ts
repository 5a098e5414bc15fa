import { BASIC_MEDIALS, F, FINALS, I, INITIALS, initialOf, finalOf, medialOf, MEDIALS, V } from './letters.ts';
import type { KoreanRule } from './rules.ts';

/** A piece of a syllable in cells, with the rule that made it. */
export interface SyllablePart {
  readonly cells: string;
  readonly rule: KoreanRule;
}

/** Article 13: the syllables whose ㅏ is left out. 가 and 사 have a sign of their own; 라 and 차 write their vowel. */
const DROPS_A: ReadonlySet<number> = new Set([I.N, I.D, I.M, I.B, I.J, I.K, I.T, I.P, I.H]);
const DOUBLED: Readonly<Record<number, number>> = { 1: I.G, 4: I.D, 8: I.B, 10: I.S, 13: I.J };

/** Article 15: vowel and final in one cell, by vowel and the first part of the final. */
const RIMES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [V.EO]: { [F.G]: '⠹', [F.N]: '⠾', [F.L]: '⠞' },
  [V.YEO]: { [F.N]: '⠡', [F.L]: '⠳', [F.NG]: '⠻' },
  [V.O]: { [F.G]: '⠭', [F.N]: '⠷', [F.NG]: '⠿' },
  [V.U]: { [F.N]: '⠛', [F.L]: '⠯' },
  [V.EU]: { [F.N]: '⠵', [F.L]: '⠮' },
  [V.I]: { [F.N]: '⠟' },
};

/** Finals of two letters as first and rest, so that 넋 is 억 and ㅅ. */
const CLUSTERS: Readonly<Record<number, readonly [number, string]>> = {
  2: [F.G, '⠁'], 3: [F.G, '⠄'], 5: [F.N, '⠅'], 6: [F.N, '⠴'], 9: [F.L, '⠁'], 10: [F.L, '⠢'], 11: [F.L, '⠃'], 12: [F.L, '⠄'],
  13: [F.L, '⠦'], 14: [F.L, '⠲'], 15: [F.L, '⠴'],
}; // prettier-ignore

const finalPart = (final: number): SyllablePart => ({
  cells: FINALS[final] ?? '',
  rule:
    final === F.GG || final === F.SS ? 'FINAL_DOUBLED' : CLUSTERS[final] || final === 18 ? 'FINAL_CLUSTER' : 'FINAL',
});

const initialPart = (initial: number): SyllablePart => ({
  cells: INITIALS[initial] ?? '',
  rule: initial in DOUBLED ? 'INITIAL_DOUBLED' : 'INITIAL',
});

/** 가, 사 and those without ㅏ, and their doubled forms; undefined where the vowel is written out. */
function contractedA(initial: number, full: boolean): SyllablePart | undefined {
  const plain = DOUBLED[initial] ?? initial;
  const doubled = initial in DOUBLED;
  if (plain === I.G || plain === I.S) {
    const sign = plain === I.G ? '⠫' : '⠇';
    return { cells: doubled ? `⠠${sign}` : sign, rule: doubled ? 'CONTRACTION_DOUBLED' : 'CONTRACTION_A' };
  }
  if (full || !DROPS_A.has(plain)) return undefined;
  return { cells: INITIALS[initial] ?? '', rule: 'CONTRACTION_A' };
}

/** 것 and 껏, 성 썽 정 쩡 청, and 팠, which have a way of their own. */
function special(initial: number, medial: number, final: number): readonly SyllablePart[] | undefined {
  if (medial === V.EO && final === F.S && initial === I.G) return [{ cells: '⠸⠎', rule: 'CONTRACTION_RIME' }];
  if (medial === V.EO && final === F.S && initial === 1) return [{ cells: '⠠⠸⠎', rule: 'CONTRACTION_DOUBLED' }];
  if (medial === V.EO && final === F.NG && takesYeong(initial)) {
    return [{ cells: `${INITIALS[initial]}⠻`, rule: 'CONTRACTION_SEONG' }];
  }
  if (initial === I.P && medial === V.A && final === F.SS) {
    return [initialPart(initial), { cells: '⠣', rule: 'NO_CONTRACTION' }, finalPart(final)];
  }
  return undefined;
}

const takesYeong = (initial: number): boolean =>
  initial === I.S || initial === I.SS || initial === I.J || initial === I.JJ || initial === I.CH;

/** The cell for vowel and final together, with what is left of the final. */
function rimeOf(initial: number, medial: number, final: number): readonly SyllablePart[] | undefined {
  const [base, rest] = CLUSTERS[final] ?? [final, ''];
  const cell = RIMES[medial]?.[base];
  if (cell === undefined || (cell === '⠻' && takesYeong(initial))) return undefined;
  const part: SyllablePart = { cells: cell, rule: 'CONTRACTION_RIME' };
  return rest === '' ? [part] : [part, { cells: rest, rule: 'FINAL_CLUSTER' }];
}

function partsFor(code: number, full: boolean): readonly SyllablePart[] {
  const initial = initialOf(code);
  const medial = medialOf(code);
  const final = finalOf(code);
  const own = special(initial, medial, final);
  if (own) return own;
  const end = final === F.NONE ? [] : [finalPart(final)];
  const contracted = medial === V.A ? contractedA(initial, full) : undefined;
  if (contracted) return [contracted, ...end];
  const start = initial === I.NG ? [] : [initialPart(initial)];
  const rime = rimeOf(initial, medial, final);
  if (rime) return [...start, ...rime];
  const vowelRule = full && medial === V.A ? 'NO_CONTRACTION' : BASIC_MEDIALS.has(medial) ? 'VOWEL' : 'VOWEL_OTHER';
  return [...start, { cells: MEDIALS[medial] ?? '', rule: vowelRule }, ...end];
}

const contractedParts: (readonly SyllablePart[] | undefined)[] = [];
const fullParts: (readonly SyllablePart[] | undefined)[] = [];

/** A modern syllable in cells (articles 1 to 7, 13 to 17); `full` writes the ㅏ that 나, 다, … leave out (article 14). */
export function partsOf(code: number, full: boolean): readonly SyllablePart[] {
  const known = full ? fullParts : contractedParts;
  return (known[code - 0xac00] ??= partsFor(code, full));
}

/** Whether the syllable is one of 나, 다, 마, 바, 자, 카, 타, 파, 하 (or doubled): no final, and its ㅏ left out. */
export function dropsA(code: number): boolean {
  const initial = initialOf(code);
  return medialOf(code) === V.A && finalOf(code) === F.NONE && DROPS_A.has(DOUBLED[initial] ?? initial);
}

import { ENDS_IN_LETTER, FINAL_AT, INITIAL_AT, JOINED_FINALS, MEDIAL_AT, RIME_AT } from './back-signs.ts';
import { F, I, syllableOf, V } from './letters.ts';

/** Cells, and whether a double quote stands open there, and where it closes. */
export interface Source {
  readonly cells: string;
  readonly inQuote: boolean;
  readonly closeAt: number;
}

/** A syllable read from cells, and where reading goes on. */
export interface ReadSyllable {
  readonly syllable: string;
  readonly end: number;
}

const DROPS_A: ReadonlySet<number> = new Set([I.N, I.D, I.M, I.B, I.J, I.K, I.T, I.P, I.H, 4, 8, 13]);
const YEONG_AS_EONG: ReadonlySet<number> = new Set([I.S, I.SS, I.J, I.JJ, I.CH]);
const OPEN = '⠦';
const CLOSE = '⠴';
/** Before ㅆ's cell, these first letters have lost their ㅏ more often than they stand before ㅖ: 났, not 녜. */
const SS_NOT_YE: ReadonlySet<number> = new Set([I.N, I.D, I.B, I.J, I.K, I.T, 4, 8, 13]);
const MARK_LETTERS = new Set(['⠲', '⠦', '⠖', '⠴']);
const BLANKS = new Set(['⠀', '\n', '']);

/** The longest of one, two or three cells that a table knows. */
function longest<Value>(
  table: ReadonlyMap<string, Value>,
  cells: string,
  at: number,
): readonly [Value, number] | undefined {
  for (const length of [3, 2, 1]) {
    const found = table.get(cells.slice(at, at + length));
    if (found !== undefined && at + length <= cells.length) return [found, length];
  }
  return undefined;
}

/** Reads one syllable; undefined where the cells begin none. */
export function readSyllable(source: Source, at: number): ReadSyllable | undefined {
  const own = readSpecial(source, at);
  if (own) return own;
  for (const [initial, length] of initialsAt(source.cells, at)) {
    const read = readRest(source, at + length, initial);
    if (read) return read;
  }
  return readRest(source, at, I.NG);
}

/** 것 and 껏, 가 and 사 and their doubled forms. */
function readSpecial(source: Source, at: number): ReadSyllable | undefined {
  const { cells } = source;
  if (cells.startsWith('⠸⠎', at)) return { syllable: '것', end: at + 2 };
  if (cells.startsWith('⠠⠸⠎', at)) return { syllable: '껏', end: at + 3 };
  const doubled = cells[at] === '⠠';
  const sign = cells[at + (doubled ? 1 : 0)];
  if (sign !== '⠫' && sign !== '⠇') return undefined;
  const initial = sign === '⠫' ? I.G + (doubled ? 1 : 0) : I.S + (doubled ? 1 : 0);
  return withFinal(source, at + (doubled ? 2 : 1), initial, V.A);
}

function* initialsAt(cells: string, at: number): Generator<readonly [number, number]> {
  for (const length of [2, 1]) {
    const initial = INITIAL_AT.get(cells.slice(at, at + length));
    if (initial !== undefined) yield [initial, length];
  }
}

function readRest(source: Source, at: number, initial: number): ReadSyllable | undefined {
  const { cells } = source;
  const rime = RIME_AT.get(cells[at] ?? '');
  if (rime) {
    const [medial, final] = rime;
    if (cells[at] === '⠻' && YEONG_AS_EONG.has(initial))
      return { syllable: syllableOf(initial, V.EO, F.NG), end: at + 1 };
    return withRime(source, at + 1, [initial, medial, final]);
  }
  const ssFollows = cells[at] === '⠌' && SS_NOT_YE.has(initial) && !FINAL_AT.has(cells[at + 1] ?? '');
  const medial = ssFollows ? undefined : longest(MEDIAL_AT, cells, at);
  if (medial) return withFinal(source, at + medial[1], initial, medial[0]);
  return DROPS_A.has(initial) ? withFinal(source, at, initial, V.A) : undefined;
}

function withRime(
  source: Source,
  at: number,
  [initial, medial, final]: readonly [number, number, number],
): ReadSyllable {
  const joined = JOINED_FINALS.get(`${final}${source.cells[at] ?? ''}`);
  if (joined !== undefined) {
    const syllable = syllableOf(initial, medial, joined);
    if (isLetterThere(source, at, 1, syllable)) return { syllable, end: at + 1 };
  }
  return { syllable: syllableOf(initial, medial, final), end: at };
}

function withFinal(source: Source, at: number, initial: number, medial: number): ReadSyllable {
  const { cells } = source;
  for (const length of [2, 1]) {
    const final = FINAL_AT.get(cells.slice(at, at + length));
    if (final === undefined || at + length > cells.length) continue;
    const syllable = syllableOf(initial, medial, final);
    if (isLetterThere(source, at, length, syllable)) return { syllable, end: at + length };
  }
  return { syllable: syllableOf(initial, medial, F.NONE), end: at };
}

/** ⠲ ⠦ ⠖ ⠴ are letters inside words, and brackets, quotes or the end of a sentence elsewhere; ⠶ may begin a closing bracket. */
function isLetterThere({ cells, inQuote, closeAt }: Source, at: number, length: number, syllable: string): boolean {
  const last = cells[at + length - 1] ?? '';
  const next = cells[at + length] ?? '';
  if (last === '⠶') return next !== '⠆' && next !== '⠂';
  if (!MARK_LETTERS.has(last)) return true;
  if ((last === OPEN || last === CLOSE) && (next === '⠄' || next === '⠂' || next === '⠆')) return false;
  if (last === '⠲' && next === '⠲') return false;
  if (last === CLOSE && inQuote && at + length - 1 === closeAt) return false;
  if (ENDS_IN_LETTER.has(syllable)) return true;
  const ends = endsWord(cells, at + length);
  return last === CLOSE ? !inQuote : !ends;
}

function endsWord(cells: string, at: number): boolean {
  const next = cells[at] ?? '';
  if (BLANKS.has(next) || '⠴⠸⠤⠦'.includes(next)) return true;
  const after = cells[at + 1] ?? '';
  if (next === '⠠') return after === '⠴' || after === '⠦' || after === '⠤';
  return next === '⠐' && !RIME_AT.has(after) && !MEDIAL_AT.has(after);
}

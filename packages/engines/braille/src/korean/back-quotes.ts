import { isRefusal } from '../contract.ts';
import { ENDS_IN_LETTER } from './back-signs.ts';
import { translateKorean } from './translate.ts';

const CLOSE = '⠴';
const BLANKS = new Set(['⠀', '\n', '']);
/** 「…」, (…) and the like share the cell with the closing quote. */
const BRACKET_AFTER = new Set(['⠄', '⠂', '⠆']);
const BRACKET_BEFORE = new Set(['⠠', '⠐', '⠰']);
/** The marks that may stand between a closing quote and the end of its word. */
const MARKS_AFTER = new Set(['⠲', '⠦', '⠖', '⠐']);

/** Real syllables that end in ㅎ's cell: 좋, 않, 싫, … */
const H_SYLLABLES: readonly string[] = [...ENDS_IN_LETTER].flatMap((text) => {
  const answer = translateKorean({ text });
  return !isRefusal(answer) && answer.cells.endsWith(CLOSE) ? [answer.cells] : [];
});
/** 닿: what is said ends in 다 far more often. */
const DAT = '⠊⠴';

/**
 * Where the quote that opens at a place closes. ㅎ under a vowel and the closing quote are one cell: “간다”고 and “간닿고 look alike, so the
 * place is chosen within what the quote can reach (to the next opening quote or the end of the line). A place where no syllable of
 * the language has ㅎ, or where the word ends, closes it; with none, 다” does, then the last that is left. -1 when nothing does.
 */
export function closingQuoteOf(cells: string, openAt: number): number {
  let [afterDa, other] = [-1, -1];
  for (const at of candidates(cells, openAt)) {
    const before = cells.slice(0, at + 1);
    if (!H_SYLLABLES.some((syllable) => before.endsWith(syllable)) || endsWord(cells, at + 1)) return at;
    if (before.endsWith(DAT)) afterDa = at;
    else other = at;
  }
  return afterDa >= 0 ? afterDa : other;
}

function* candidates(cells: string, openAt: number): Generator<number> {
  for (let at = openAt + 1; at < cells.length && cells[at] !== '\n'; at += 1) {
    const [before, next] = [cells[at - 1] ?? '', cells[at + 1] ?? ''];
    if (cells[at] === '⠦' && BLANKS.has(before) && !BLANKS.has(next) && !BRACKET_AFTER.has(next)) return;
    const isQuote = cells[at] === CLOSE && at > openAt + 1 && !BLANKS.has(before);
    if (isQuote && !BRACKET_AFTER.has(next) && !BRACKET_BEFORE.has(before)) yield at;
  }
}

function endsWord(cells: string, from: number): boolean {
  let at = from;
  while (MARKS_AFTER.has(cells[at] ?? '')) at += 1;
  return BLANKS.has(cells[at] ?? '');
}

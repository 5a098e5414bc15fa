import { I, initialOf, isSyllable } from './letters.ts';
import { isDigit, type Scan, unitAt, type Writer } from './scan.ts';

export const DIGIT_CELLS = '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊';
/** First letters that look like digits (article 44, proviso). */
const LIKE_DIGITS: ReadonlySet<number> = new Set([I.N, I.D, I.M, I.K, I.T, I.P, I.H]);
const UN = '운'.charCodeAt(0);
/** A number may be split over two lines from this many digits on, with this many below (article 42). */
const SPLIT_FROM = 7;
const SPLIT_BELOW = 3;
const ZERO = 48;

/** Digits with the number sign; commas and points between digits carry on without another sign (articles 40 to 43, 48). */
export const writeNumber: Writer = (scan, at) => {
  const { text, out } = scan;
  if (isYearMark(text, at)) return writeYearMark(scan, at);
  if (!isDigit(unitAt(text, at))) return at;
  let end = at;
  let digits = 0;
  while (isDigit(unitAt(text, end)) || (isJoin(text, end) && isDigit(unitAt(text, end + 1)))) {
    if (isDigit(unitAt(text, end))) digits += 1;
    end += 1;
  }
  out.write('⠼', at, at, isSignAgain(text, at) ? 'DIGIT_AGAIN' : 'DIGITS');
  let written = 0;
  for (let place = at; place < end; place++) {
    const code = unitAt(text, place);
    if (!isDigit(code)) {
      out.write(code === 46 ? '⠲' : '⠂', place, place + 1, code === 46 ? 'DECIMAL' : 'DIGIT_COMMA', { glued: true });
      continue;
    }
    written += 1;
    const cell = DIGIT_CELLS[code - ZERO] ?? '';
    const splits =
      digits >= SPLIT_FROM && written > 0 && digits - written >= SPLIT_BELOW && isDigit(unitAt(text, place + 1));
    const glued = !(
      digits >= SPLIT_FROM &&
      written > 1 &&
      digits - written + 1 >= SPLIT_BELOW &&
      isDigit(unitAt(text, place - 1))
    );
    out.write(cell, place, place + 1, 'DIGITS', { glued, atLineEnd: splits ? `${cell}⠠` : null });
  }
  spaceAfterNumber(scan, end);
  return end;
};

/** ’22: the apostrophe stands between the number sign and the digits (article 61). */
const isYearMark = (text: string, at: number): boolean =>
  (text[at] === '’' || (text[at] === "'" && !text.includes("'", at + 1))) &&
  isDigit(unitAt(text, at + 1)) &&
  (at === 0 || /[\s(]/.test(text[at - 1] ?? ''));

function writeYearMark({ text, out }: Scan, at: number): number {
  out.write('⠼⠄', at, at + 1, 'APOSTROPHE');
  let end = at + 1;
  while (isDigit(unitAt(text, end))) {
    out.write(DIGIT_CELLS[unitAt(text, end) - ZERO] ?? '', end, end + 1, 'DIGITS', { glued: true });
    end += 1;
  }
  return end;
}

const isJoin = (text: string, at: number): boolean => {
  const code = unitAt(text, at);
  return code === 46 || code === 44;
};

const isSignAgain = (text: string, at: number): boolean =>
  at > 1 && !/[\s(]/.test(text[at - 1] ?? ' ') && isDigit(unitAt(text, at - 2));

/** A blank before a syllable that would be read as more digits (article 44, proviso). */
export function spaceAfterNumber({ text, out }: Scan, at: number): void {
  const code = unitAt(text, at);
  if (code === UN || (isSyllable(code) && LIKE_DIGITS.has(initialOf(code)))) out.space(at, 'DIGIT_SPACE');
}

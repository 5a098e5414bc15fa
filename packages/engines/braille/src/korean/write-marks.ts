import type { KoreanRule } from './rules.ts';
import { isBlank, isDigit, isHangul, type Scan, unitAt, type Writer } from './scan.ts';
import { endsRoman } from './write-roman.ts';

/** Punctuation with one form (article 49). OPEN stays with what follows, CLOSE and AFTER with what goes before. */
type Manner = 'OPEN' | 'CLOSE' | 'AFTER' | 'FREE';

const MARKS = new Map<string, readonly [cells: string, rule: KoreanRule, manner: Manner]>([
  ['.', ['⠲', 'PUNCTUATION', 'AFTER']], ['?', ['⠦', 'PUNCTUATION', 'AFTER']], ['!', ['⠖', 'PUNCTUATION', 'AFTER']],
  [',', ['⠐', 'PUNCTUATION', 'AFTER']], ['、', ['⠐', 'PUNCTUATION', 'AFTER']], ['。', ['⠲', 'PUNCTUATION', 'AFTER']],
  ['·', ['⠐⠆', 'MIDDLE_DOT', 'AFTER']], ['ㆍ', ['⠐⠆', 'MIDDLE_DOT', 'AFTER']], ['・', ['⠐⠆', 'MIDDLE_DOT', 'AFTER']],
  ['“', ['⠦', 'BRACKETS', 'OPEN']], ['”', ['⠴', 'BRACKETS', 'CLOSE']],
  ['‘', ['⠠⠦', 'BRACKETS', 'OPEN']], ['’', ['⠴⠄', 'BRACKETS', 'CLOSE']],
  ['(', ['⠦⠄', 'BRACKETS', 'OPEN']], [')', ['⠠⠴', 'BRACKETS', 'CLOSE']],
  ['{', ['⠦⠂', 'BRACKETS', 'OPEN']], ['}', ['⠐⠴', 'BRACKETS', 'CLOSE']],
  ['[', ['⠦⠆', 'BRACKETS', 'OPEN']], [']', ['⠰⠴', 'BRACKETS', 'CLOSE']],
  ['『', ['⠰⠦', 'BRACKETS', 'OPEN']], ['』', ['⠴⠆', 'BRACKETS', 'CLOSE']],
  ['「', ['⠐⠦', 'BRACKETS', 'OPEN']], ['」', ['⠴⠂', 'BRACKETS', 'CLOSE']],
  ['《', ['⠰⠶', 'BRACKETS', 'OPEN']], ['》', ['⠶⠆', 'BRACKETS', 'CLOSE']],
  ['〈', ['⠐⠶', 'BRACKETS', 'OPEN']], ['〉', ['⠶⠂', 'BRACKETS', 'CLOSE']],
  ['【', ['⠦⠆', 'BRACKETS', 'OPEN']], ['】', ['⠰⠴', 'BRACKETS', 'CLOSE']],
  ['〔', ['⠦⠆', 'BRACKETS', 'OPEN']], ['〕', ['⠰⠴', 'BRACKETS', 'CLOSE']],
  ['‹', ['⠐⠶', 'BRACKETS', 'OPEN']], ['›', ['⠶⠂', 'BRACKETS', 'CLOSE']],
  ['―', ['⠤⠤', 'DASH', 'FREE']], ['—', ['⠤⠤', 'DASH', 'FREE']], ['–', ['⠤⠤', 'DASH', 'FREE']],
  ['-', ['⠤', 'PUNCTUATION', 'FREE']], ['‐', ['⠤', 'PUNCTUATION', 'FREE']],
  ['~', ['⠈⠔', 'DASH', 'FREE']], ['∼', ['⠈⠔', 'DASH', 'FREE']], ['〜', ['⠈⠔', 'DASH', 'FREE']], ['～', ['⠈⠔', 'DASH', 'FREE']],
  ['/', ['⠸⠌', 'SLASH', 'FREE']], ['／', ['⠸⠌', 'SLASH', 'FREE']],
]); // prettier-ignore

/** Brackets that no article names, written as those that they are like. */
const LIKE_OTHERS = new Set('【】〔〕‹›');

/** Punctuation. */
export const writeMark: Writer = (scan, at) => {
  const { text, out } = scan;
  const char = text[at] ?? '';
  if (char === '…' || (char === '.' && text.startsWith('...', at))) return writeEllipsis(scan, at, char);
  if (char === ':' || char === '：') return writeColon(scan, at);
  if (char === ';' || char === '；') return writeSemicolon(scan, at);
  if (char === '"' || char === "'" || char === '’') return writeStraightQuote(scan, at, char);
  if (
    char === '?' &&
    text.length > 1 &&
    (at === 0 || isBlank(unitAt(text, at - 1))) &&
    !'?!'.includes(text[at + 1] ?? ' ')
  )
    return writeLoneQuestion(scan, at);
  const mark = MARKS.get(char);
  if (!mark) return at;
  const [cells, rule, manner] = mark;
  const closes = manner === 'CLOSE' || (manner === 'AFTER' && !isBlank(unitAt(text, at - 1)) && at > 0);
  out.write(cells, at, at + 1, isRomanMark(scan, at, rule) ? 'ROMAN_MARK' : rule, {
    glued: closes,
    undecided: LIKE_OTHERS.has(char) ? 'SIGN_FORM' : null,
  });
  if (manner === 'OPEN') out.glueNext();
  return at + 1;
};

const isRomanMark = (scan: Scan, at: number, rule: KoreanRule): boolean =>
  rule === 'PUNCTUATION' && endsRoman(scan, at);

/** A question mark that follows no word is named as a sign; the words of explanation are the transcriber's. */
function writeLoneQuestion({ text, out }: Scan, at: number): number {
  out.write('⠸⠦', at, at + 1, 'PUNCTUATION', { undecided: 'TRANSCRIBER_NOTE' });
  if (!isBlank(unitAt(text, at + 1))) out.space(at + 1, 'PUNCTUATION', 'TRANSCRIBER_NOTE');
  return at + 1;
}

/** Dots of print are counted only where their number matters; braille writes three (article 53). */
function writeEllipsis({ text, out }: Scan, at: number, char: string): number {
  let end = at;
  while (text[end] === char) end += 1;
  out.write(char === '…' ? '⠠⠠⠠' : '⠲⠲⠲', at, end, 'ELLIPSIS', { glued: at > 0 && !isBlank(unitAt(text, at - 1)) });
  return end;
}

/** Heading and text are spaced after the colon, hours and minutes and pairs are not; print between words doesn't tell which. */
function writeColon({ text, out }: Scan, at: number): number {
  const before = unitAt(text, at - 1);
  const after = unitAt(text, at + 1);
  const between = isHangul(before) && isHangul(after);
  const undecided = between ? 'COLON_BETWEEN_WORDS' : null;
  out.write('⠐⠂', at, at + 1, 'COLON', { glued: true, undecided });
  if (isBlank(after) || after < 0 || (isDigit(before) && isDigit(after)) || !isHangul(after)) return at + 1;
  if (!isPair(text, at)) out.space(at + 1, 'COLON', undecided);
  return at + 1;
}

/** Two words of the same length, as 청군:백군, are taken for a contrast. */
function isPair(text: string, at: number): boolean {
  const left = /[가-힣]+$/.exec(text.slice(Math.max(0, at - 5), at))?.[0] ?? '';
  const right = /^[가-힣]+/.exec(text.slice(at + 1, at + 6))?.[0] ?? '';
  return left.length === right.length && left.length <= 4;
}

function writeSemicolon({ text, out }: Scan, at: number): number {
  out.write('⠰⠆', at, at + 1, 'SEMICOLON', { glued: true });
  const after = unitAt(text, at + 1);
  if (after >= 0 && !isBlank(after)) out.space(at + 1, 'SEMICOLON');
  return at + 1;
}

/** A straight quote opens after a blank or an opening bracket and closes elsewhere. */
function writeStraightQuote({ text, out }: Scan, at: number, char: string): number {
  const before = text[at - 1] ?? ' ';
  const opens = char !== '’' && /[\s([{“‘「『《〈]/.test(before) && !isBlank(unitAt(text, at + 1));
  const double = char === '"';
  if (opens) {
    out.write(double ? '⠦' : '⠠⠦', at, at + 1, 'BRACKETS');
    out.glueNext();
  } else {
    out.write(double ? '⠴' : '⠴⠄', at, at + 1, 'BRACKETS', { glued: true });
  }
  return at + 1;
}

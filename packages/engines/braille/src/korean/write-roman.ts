import { type RomanPiece, writeRomanText } from '../english/roman-text.ts';
import type { KoreanRule } from './rules.ts';
import { isBlank, isDigit, isRomanOrGreek, type Scan, unitAt, type Writer } from './scan.ts';

/** What may stand between two Roman words of one passage. */
const LINK = /(?:[.,;:!?]? |[-/'’.@_:#]|:\/\/| & |&|\d+(?:[.,]\d+)* ?| \d+(?:[.,]\d+)* )(?=[A-Za-z\u0391-\u03c9])/y;
const WORD = /[A-Za-z\u0391-\u03c9]+/y;
/** Punctuation that stands after the last word without a terminator, in Hangul's form or in both (articles 33 and 34). */
const NO_TERMINATOR = /^(?: ?(?:\.\.\.|…)|[⁰-⁹⁺⁻₀-₉²³¹]|[,:;―—.?!…·()[\]{}「」『』《》〈〉“”‘’"']|-?\d| \d)/;

/** A Roman or Greek passage between the Roman sign and the terminator (articles 28 to 37). */
export const writeRoman: Writer = (scan, at) => {
  const { text, out } = scan;
  if (!isRomanOrGreek(unitAt(text, at))) return at;
  const end = passageEnd(text, at);
  const passage = text.slice(at, end);
  out.write('⠴', at, at, 'ROMAN_START');
  out.glueNext();
  let glued = true;
  for (const piece of writeRomanText(passage, {
    afterRomanSign: true,
    touched: end < text.length && !isBlank(unitAt(text, end)),
  })) {
    if (piece.cells === '') continue;
    const undecided = piece.undecided ? 'ROMAN_CONTRACTION' : null;
    out.write(piece.cells, at + piece.start, at + piece.end, ruleOf(piece), {
      glued: glued && piece.kind !== 'SPACE',
      undecided,
    });
    glued = piece.kind !== 'SPACE';
  }
  if (!NO_TERMINATOR.test(text.slice(end, end + 4))) out.write('⠲', end, end, 'ROMAN_END', { glued: true });
  return end;
};

function passageEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    WORD.lastIndex = end;
    const word = WORD.exec(text);
    if (!word) return end;
    end += word[0].length;
    LINK.lastIndex = end;
    const link = LINK.exec(text);
    if (!link) return end;
    // 80 km 3 m: a number with a unit of its own begins a passage of its own.
    if (/^ \d/.test(link[0]) && !isDigit(unitAt(text, end)) && /^ \d\S*$/.test(link[0])) return end;
    end += link[0].length;
  }
}

const RULES: Readonly<Record<RomanPiece['kind'], KoreanRule>> = {
  WORD: 'LETTER',
  FIRST_WORD: 'ROMAN_FIRST_WORD',
  GREEK: 'GREEK',
  DIGITS: 'DIGITS',
  MARK: 'ROMAN_TEXT',
  SPACE: 'SPACE',
};

const ruleOf = (piece: RomanPiece): KoreanRule => RULES[piece.kind];

/** Whether a passage of Roman letters ends right before this place. */
export const endsRoman = ({ text }: Scan, at: number): boolean => isRomanOrGreek(unitAt(text, at - 1));

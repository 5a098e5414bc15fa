import { type RomanPiece, writeRomanText } from '../english/roman-text.ts';
import { addressEnd, isOpenInAddress, mayGoOn } from './address.ts';
import { passageOf } from './roman-passage.ts';
import { romanSentenceEnd, stretchesOf } from './roman-sentence.ts';
import type { Stretch } from './roman-sentence.ts';
import type { KoreanRule } from './rules.ts';
import { isBlank, isDigit, isRomanOrGreek, type Scan, unitAt, type Writer } from './scan.ts';
import { writeHangul } from './write-hangul.ts';
import { ipaEnd } from './write-ipa.ts';

/** Punctuation that stands after the last word without a terminator, in Hangul's form or in both (articles 33 and 34). */
const NO_TERMINATOR = /^(?: ?(?:\.\.\.|…)|[⁰-⁹⁺⁻₀-₉²³¹]|[,:;―—.?!…·()[\]{}「」『』《》〈〉“”‘’"']|-?\d| \d)/;

/** A Roman or Greek passage between the Roman sign and the terminator (articles 28 to 37), with the Hangul that it has inside (39). */
export const writeRoman: Writer = (scan, at) => {
  if (!isRomanOrGreek(unitAt(scan.text, at))) return at;
  const sentence = romanSentenceEnd(scan, at);
  return sentence > at ? writeSentence(scan, { start: at, end: sentence }) : writePassage(scan, at);
};

/** An address that begins with a digit is a Roman passage too (74). */
export const writeAddress: Writer = (scan, at) =>
  isDigit(unitAt(scan.text, at)) && addressEnd(scan.text, at) > at ? writePassage(scan, at) : at;

function writePassage(scan: Scan, at: number): number {
  const { text, out, signs } = scan;
  const { end, stretches } = passageOf(scan, at);
  const depth = signs.depth;
  out.write('⠴', at, at, 'ROMAN_START');
  out.glueNext();
  writeStretches(scan, stretches, { afterRomanSign: true, isOpen: false });
  signs.closeTo(depth, end, out);
  if (isTerminated(scan, end)) return end;
  const undecided = mayGoOn(text, end) ? 'ADDRESS_SIGN' : null;
  out.write('⠲', end, end, 'ROMAN_END', { glued: true, undecided });
  return end;
}

/** A sentence that the document says is in Roman letters needs no Roman sign; of others only a reader knows which script is the main one. */
function writeSentence(scan: Scan, { start, end }: Pick<Stretch, 'start' | 'end'>): number {
  const { text, out, foreign } = scan;
  const isSaid = foreign.some((span) => span.start <= start && end <= span.end);
  if (!isSaid) {
    out.write('⠴', start, start, 'ROMAN_START', { undecided: 'MAIN_SCRIPT' });
    out.glueNext();
  }
  writeStretches(scan, stretchesOf(text, { start, end }), { afterRomanSign: !isSaid, isOpen: !isSaid });
  const isMarked = /[.?!]/.test(text[end - 1] ?? '');
  if (!isSaid && !isMarked && !isTerminated(scan, end)) out.write('⠲', end, end, 'ROMAN_END', { glued: true });
  return end;
}

interface Written {
  readonly afterRomanSign: boolean;
  /** Whether it is open that these stretches belong together. */
  readonly isOpen: boolean;
}

function writeStretches(scan: Scan, stretches: readonly Stretch[], { afterRomanSign, isOpen }: Written): void {
  for (const [place, stretch] of stretches.entries()) {
    if (stretch.isHangul) writeName(scan, stretch, isOpen);
    else
      writeLetters(scan, stretch, {
        afterRomanSign: afterRomanSign && place === 0,
        glued: place > 0 || afterRomanSign,
      });
  }
}

function writeLetters(
  { text, out, signs }: Scan,
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  { afterRomanSign, glued: first }: { readonly afterRomanSign: boolean; readonly glued: boolean },
): void {
  const touched = end < text.length && !isBlank(unitAt(text, end));
  const cuts = signs.cutsIn(start, end, out);
  let glued = first;
  let addressUpTo = start;
  for (const piece of writeRomanText(text.slice(start, end), { afterRomanSign, touched, cuts })) {
    const at = start + piece.start;
    if (piece.start > 0) signs.writeInRoman(at, out);
    addressUpTo = Math.max(addressUpTo, addressEnd(text, at));
    if (piece.cells === '') continue;
    const isOpen = at < addressUpTo && piece.kind === 'MARK' && isOpenInAddress(text[at] ?? '');
    const undecided = isOpen ? 'ADDRESS_SIGN' : piece.undecided ? 'ROMAN_CONTRACTION' : null;
    out.write(piece.cells, at, start + piece.end, RULES[piece.kind], {
      glued: glued && piece.kind !== 'SPACE',
      undecided,
    });
    glued = piece.kind !== 'SPACE';
  }
}

/** Hangul inside Roman letters stands between signs of its own. */
function writeName(scan: Scan, { start, end }: Pick<Stretch, 'start' | 'end'>, isOpen: boolean): void {
  const { text, out } = scan;
  const undecided = isOpen || scan.edition === '2020' ? 'MAIN_SCRIPT' : null;
  out.write('⠸⠷', start, start, 'HANGUL_IN_ROMAN', { undecided });
  out.glueNext();
  for (let at = start; at < end;) {
    const next = writeHangul(scan, at);
    if (next === at) out.write('⠀', at, at + 1, 'SPACE');
    at = Math.max(next, at + 1);
  }
  out.write('⠸⠾', end, end, 'HANGUL_IN_ROMAN', { glued: true, undecided });
  // What the closing sign touches stays with it.
  if (!isBlank(unitAt(text, end))) out.glueNext();
}

/** No terminator stands before certain marks, nor before phonetic signs. */
function isTerminated(scan: Scan, end: number): boolean {
  const { text } = scan;
  if (NO_TERMINATOR.test(text.slice(end, end + 4))) return true;
  const next = text[end] === ' ' ? end + 1 : end;
  return ipaEnd(scan, next) > next;
}

const RULES: Readonly<Record<RomanPiece['kind'], KoreanRule>> = {
  WORD: 'LETTER',
  FIRST_WORD: 'ROMAN_FIRST_WORD',
  GREEK: 'GREEK',
  DIGITS: 'DIGITS',
  MARK: 'ROMAN_TEXT',
  SPACE: 'SPACE',
};

/** Whether a passage of Roman letters ends right before this place. */
export const endsRoman = ({ text }: Scan, at: number): boolean => isRomanOrGreek(unitAt(text, at - 1));

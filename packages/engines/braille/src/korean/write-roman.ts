import { type RomanPiece, writeRomanText } from '../english/roman-text.ts';
import { romanSentenceEnd, stretchesOf } from './roman-sentence.ts';
import type { Stretch } from './roman-sentence.ts';
import type { KoreanRule } from './rules.ts';
import { isBlank, isDigit, isRomanOrGreek, type Scan, unitAt, type Writer } from './scan.ts';
import { writeHangul } from './write-hangul.ts';
import { ipaEnd } from './write-ipa.ts';

/** What may stand between two Roman words of one passage. */
const LINK = /(?:[.,;:!?]? |[-/'’.@_:#]|:\/\/| & |&|\d+(?:[.,]\d+)* ?| \d+(?:[.,]\d+)* )(?=[A-Za-z\u0391-\u03c9])/y;
const WORD = /[A-Za-z\u0391-\u03c9]+/y;
/** A name in Hangul between the parts of an address. */
const NAME = /(?:\.|:\/\/)([가-힣]+)(?=\.[A-Za-z])/y;
/** Punctuation that stands after the last word without a terminator, in Hangul's form or in both (articles 33 and 34). */
const NO_TERMINATOR = /^(?: ?(?:\.\.\.|…)|[⁰-⁹⁺⁻₀-₉²³¹]|[,:;―—.?!…·()[\]{}「」『』《》〈〉“”‘’"']|-?\d| \d)/;

/** A Roman or Greek passage between the Roman sign and the terminator (articles 28 to 37), with the Hangul that it has inside (39). */
export const writeRoman: Writer = (scan, at) => {
  const { text } = scan;
  if (!isRomanOrGreek(unitAt(text, at))) return at;
  const sentence = romanSentenceEnd(scan, at);
  if (sentence > at) return writeSentence(scan, { start: at, end: sentence });
  const { end, stretches } = passageOf(scan, at);
  scan.out.write('⠴', at, at, 'ROMAN_START');
  scan.out.glueNext();
  writeStretches(scan, stretches, { afterRomanSign: true, isOpen: false });
  if (!isTerminated(scan, end)) scan.out.write('⠲', end, end, 'ROMAN_END', { glued: true });
  return end;
};

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

interface Passage {
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

function passageOf(scan: Scan, at: number): Passage {
  const { text } = scan;
  const stretches: Stretch[] = [];
  for (let start = at; ;) {
    const end = passageEnd(scan, start + (/^\.[A-Za-z]/.test(text.slice(start, start + 2)) ? 1 : 0));
    NAME.lastIndex = end;
    const name = NAME.exec(text);
    if (!name) return { end, stretches: [...stretches, { start, end, isHangul: false }] };
    const after = end + name[0].length;
    const within = after - (name[1]?.length ?? 0);
    stretches.push({ start, end: within, isHangul: false }, { start: within, end: after, isHangul: true });
    start = after;
  }
}

function passageEnd(scan: Scan, at: number): number {
  const { text } = scan;
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
  { text, out }: Scan,
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  { afterRomanSign, glued: first }: { readonly afterRomanSign: boolean; readonly glued: boolean },
): void {
  const touched = end < text.length && !isBlank(unitAt(text, end));
  let glued = first;
  for (const piece of writeRomanText(text.slice(start, end), { afterRomanSign, touched })) {
    if (piece.cells === '') continue;
    const undecided = piece.undecided ? 'ROMAN_CONTRACTION' : null;
    out.write(piece.cells, start + piece.start, start + piece.end, RULES[piece.kind], {
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

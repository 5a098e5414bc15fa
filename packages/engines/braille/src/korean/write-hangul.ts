import { dropsA, partsOf } from './syllables.ts';
import { F, finalOf, I, initialOf, isSyllable, medialOf, V } from './letters.ts';
import { isHangul, type Scan, unitAt, type Writer } from './scan.ts';

/** Article 18, longest first where one begins another. */
const WORD_SIGNS: readonly (readonly [string, string])[] = [
  ['그리하여', '⠁⠱'],
  ['그러므로', '⠁⠢'],
  ['그래서', '⠁⠎'],
  ['그러나', '⠁⠉'],
  ['그러면', '⠁⠒'],
  ['그런데', '⠁⠝'],
  ['그리고', '⠁⠥'],
];
const GEU = '그'.charCodeAt(0);
const TAKES_SEPARATOR_BEFORE_AE: ReadonlySet<number> = new Set([V.YA, V.WA, V.U, V.WO]);

/** A modern syllable, or one of the seven abbreviated words at the head of a word. */
export const writeHangul: Writer = (scan, at) => {
  const { text, out } = scan;
  const code = unitAt(text, at);
  if (!isSyllable(code)) return at;
  if (code === GEU && !isHangul(unitAt(text, at - 1))) {
    const sign = WORD_SIGNS.find(([word]) => text.startsWith(word, at));
    if (sign) {
      out.write(sign[1], at, at + sign[0].length, 'WORD_SIGN');
      return at + sign[0].length;
    }
  }
  writeSyllable(scan, at, code);
  return at + 1;
};

function writeSyllable({ text, out }: Scan, at: number, code: number): void {
  const next = unitAt(text, at + 1);
  const vowelFollows = isSyllable(next) && initialOf(next) === I.NG;
  const yeFollows = vowelFollows && medialOf(next) === V.YE;
  const full = vowelFollows && !yeFollows && dropsA(code);
  const parts = partsOf(code, full);
  let glued = false;
  for (const part of parts) {
    // Where the line ends after 나, the vowel of the next line can't be misread: the contraction comes back (article 14, proviso).
    const atLineEnd = part.rule === 'NO_CONTRACTION' && full ? '' : null;
    out.write(part.cells, at, at + 1, part.rule, { glued, atLineEnd });
    glued = true;
  }
  if (!vowelFollows || finalOf(code) !== F.NONE) return;
  if (yeFollows) {
    const undecided = dropsA(code) ? 'CONTRACTION_BEFORE_YE' : null;
    out.write('⠤', at + 1, at + 1, 'SEPARATOR_YE', { glued: true, atLineEnd: '', undecided });
  } else if (medialOf(next) === V.AE && TAKES_SEPARATOR_BEFORE_AE.has(medialOf(code))) {
    out.write('⠤', at + 1, at + 1, 'SEPARATOR_AE', { glued: true, atLineEnd: '' });
  }
}

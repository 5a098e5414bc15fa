import { FINALS, INITIALS, MEDIALS } from './letters.ts';
import { isSyllable } from './letters.ts';
import { endsWord, isHan, type Scan, unitAt, type Writer } from './scan.ts';

const CONSONANTS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const INITIAL_LETTERS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const DOUBLED: Readonly<Record<string, string>> = { ㄸ: '⠔⠔', ㅃ: '⠃⠃', ㅆ: '⠄⠄', ㅉ: '⠅⠅' };

/** A letter in the form of a final, as the 2024 revision writes every letter that stands alone. */
function finalForm(letter: string): string | undefined {
  const place = CONSONANTS.indexOf(letter);
  return DOUBLED[letter] ?? (place < 0 ? undefined : FINALS[place + 1]);
}

/**
 * A compatibility letter on its own: the full cell before it (articles 8 and 9), ⠸ inside a bracketed pronunciation (article 10) and behind a
 * Chinese character (articles 23 and 26).
 */
export const writeJamo: Writer = (scan, at) => {
  const letter = scan.text[at] ?? '';
  const vowel = VOWELS.indexOf(letter);
  const undecided = scan.edition === '2020' ? 'JAMO_POSITION' : null;
  if (letter === 'ㅣ' && isHan(unitAt(scan.text, at - 1))) {
    scan.out.write('⠸⠕', at, at + 1, 'OLD_I', { undecided });
    return at + 1;
  }
  if (vowel >= 0) {
    scan.out.write(`⠿${MEDIALS[vowel] ?? ''}`, at, at + 1, 'JAMO_ALONE');
    return at + 1;
  }
  const cells = finalForm(letter);
  if (cells === undefined) return at;
  if (spellsSound(scan, at)) {
    scan.out.write(`⠸${cells}`, at, at + 1, 'JAMO_IN_WORD');
  } else if (endsWord(scan, at)) {
    scan.out.write(`⠸${cells}`, at, at + 1, 'OLD_IN_WORD', { undecided });
  } else if (scan.edition === '2020') {
    const first = INITIAL_LETTERS.indexOf(letter);
    scan.out.write(`⠿${INITIALS[first] || cells}`, at, at + 1, 'JAMO_ALONE', { undecided: 'JAMO_POSITION' });
    if (isSyllable(unitAt(scan.text, at + 1))) scan.out.space(at + 1, 'JAMO_ALONE', 'JAMO_POSITION');
  } else {
    const numbersAnItem = scan.text[at + 1] === '.' && (at === 0 || scan.text[at - 1] === '\n');
    scan.out.write(`⠿${cells}`, at, at + 1, numbersAnItem ? 'JAMO_AS_NUMBER' : 'JAMO_ALONE');
  }
  return at + 1;
};

/** Letters joined to syllables in square brackets spell a foreign sound: [ㄹㄹ로마]. */
function spellsSound({ text }: Scan, at: number): boolean {
  const open = text.lastIndexOf('[', at);
  const close = text.indexOf(']', at);
  if (open < 0 || close < 0 || close - open > 40) return false;
  const inside = text.slice(open + 1, close);
  return /^[\u3131-\u3163\uac00-\ud7a3]+$/.test(inside) && /[\uac00-\ud7a3]/.test(inside);
}

import type { BrailleEdition, BrailleRefusal, BrailleText, PrintSpan, PrintText } from '../contract.ts';
import { translateKoreanWithMath } from '../math/translate-korean-math.ts';
import { refuseText } from '../refuse-text.ts';
import { GroupWriter } from './group-writer.ts';
import { type Scan, unitAt, type Writer } from './scan.ts';
import { hasIpa, writeIpa } from './write-ipa.ts';
import { writeHangul } from './write-hangul.ts';
import { writeJamo } from './write-jamo.ts';
import { normalize } from './normalize.ts';
import { spanSigns } from './span-signs.ts';
import { writeMark } from './write-marks.ts';
import { writeNumber } from './write-number.ts';
import { writeOldHangul } from './write-old.ts';
import { writeOther } from './write-other.ts';
import { writeAddress, writeRoman } from './write-roman.ts';
import { writeSymbol } from './write-symbols.ts';

export interface KoreanOptions {
  /** The revision of the regulation; 2024 unless asked otherwise. */
  readonly edition?: BrailleEdition;
}

const WRITERS: readonly Writer[] = [
  writeOldHangul,
  writeHangul,
  writeAddress,
  writeNumber,
  writeIpa,
  writeRoman,
  writeSymbol,
  writeMark,
  writeJamo,
  writeOther,
];

/** Korean print in braille by the Korean Braille Regulation: cells, each group with its source, its rule and what is left open. */
export function translateKorean(print: PrintText, options: KoreanOptions = {}): BrailleText | BrailleRefusal {
  const refusal = refuseText(print);
  return refusal ?? translateKoreanWithMath(print, (flat) => translateFlat(flat, options));
}

/** Whether a document says that a passage is in a language that is written in Roman letters. */
const isForeign = ({ language }: PrintSpan): boolean => /^(?:en|fr|de|es|it|pt|nl|la)\b/.test(language ?? '');

function translateFlat(print: PrintText, options: KoreanOptions): BrailleText {
  const { text, places } = normalize(print.text);
  const foreign = print.spans?.filter(isForeign) ?? [];
  const out = new GroupWriter(places);
  const signs = spanSigns(print.spans ?? []);
  const scan: Scan = { text, edition: options.edition ?? '2024', ipa: hasIpa(text), foreign, signs, out };
  let at = 0;
  while (at < text.length) {
    signs.writeUpTo(at, out);
    at = step(scan, at);
  }
  signs.writeRest(at, out);
  return scan.out.text();
}

const BOX = 0x20de;

function step(scan: Scan, at: number): number {
  if (unitAt(scan.text, at + 1) === BOX) {
    scan.out.write('⠸⠦', at, at, 'CIRCLED');
    scan.out.glueNext();
    writeOne(scan, at);
    scan.out.write('⠴⠇', at + 1, at + 2, 'CIRCLED', { glued: true });
    return at + 2;
  }
  return writeOne(scan, at);
}

function writeOne(scan: Scan, at: number): number {
  for (const writer of WRITERS) {
    const next = writer(scan, at);
    if (next > at) return next;
  }
  return at + 1;
}

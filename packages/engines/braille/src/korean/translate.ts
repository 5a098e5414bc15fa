import type { BrailleEdition, BrailleRefusal, BrailleText, PrintText } from '../contract.ts';
import { refuseText } from '../refuse-text.ts';
import { GroupWriter } from './group-writer.ts';
import type { Scan, Writer } from './scan.ts';
import { writeHangul } from './write-hangul.ts';
import { writeJamo } from './write-jamo.ts';
import { writeMark } from './write-marks.ts';
import { writeNumber } from './write-number.ts';
import { writeOther } from './write-other.ts';
import { writeRoman } from './write-roman.ts';

export interface KoreanOptions {
  /** The revision of the regulation; 2024 unless asked otherwise. */
  readonly edition?: BrailleEdition;
}

const WRITERS: readonly Writer[] = [writeHangul, writeNumber, writeRoman, writeMark, writeJamo, writeOther];

/** Korean print in braille by the Korean Braille Regulation: cells, each group with its source, its rule and what is left open. */
export function translateKorean(print: PrintText, options: KoreanOptions = {}): BrailleText | BrailleRefusal {
  const refusal = refuseText(print);
  if (refusal) return refusal;
  const scan: Scan = { text: print.text, edition: options.edition ?? '2024', out: new GroupWriter() };
  let at = 0;
  while (at < scan.text.length) at = step(scan, at);
  return scan.out.text();
}

function step(scan: Scan, at: number): number {
  for (const writer of WRITERS) {
    const next = writer(scan, at);
    if (next > at) return next;
  }
  return at + 1;
}

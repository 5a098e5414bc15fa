import type { BrailleEdition, PrintSpan } from '../contract.ts';
import type { GroupWriter } from './group-writer.ts';
import { isSyllable } from './letters.ts';
import type { SpanSigns } from './span-signs.ts';

/** What the writers of one paragraph share: the text, the edition, and where cells go. */
export interface Scan {
  readonly text: string;
  readonly edition: BrailleEdition;
  /** Whether phonetic signs stand in it. */
  readonly ipa: boolean;
  /** Passages that the document itself says are in a language with Roman letters. */
  readonly foreign: readonly Pick<PrintSpan, 'start' | 'end'>[];
  /** Signs of emphasis and notes: written between the steps, and between the words of a Roman passage. */
  readonly signs: SpanSigns;
  readonly out: GroupWriter;
}

/** A writer looks at the text from `at`, writes what is its own, and answers where to go on; `at` itself where nothing is its own. */
export type Writer = (scan: Scan, at: number) => number;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isRoman = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Roman or Greek: what the Roman sign announces. */
export const isRomanOrGreek = (code: number): boolean => isRoman(code) || (code >= 0x391 && code <= 0x3c9);

/** A modern syllable or a compatibility letter. */
export const isHangul = (code: number): boolean => isSyllable(code) || (code >= 0x3131 && code <= 0x318e);

export const isBlank = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 0xa0 || code === 0x3000;

const HAN = /^\p{Script=Han}$/u;

/** A Chinese character of the basic plane. */
export const isHan = (code: number): boolean => code > 0 && HAN.test(String.fromCharCode(code));

/** Whether a lone letter is a part of the word before it, as old prints join particles to Chinese characters: 後ㅿ날, 君군ㄷ字. */
export function endsWord({ text }: Pick<Scan, 'text'>, at: number): boolean {
  const before = unitAt(text, at - 1);
  return isHan(before) || (isSyllable(before) && isHan(unitAt(text, at + 1)));
}

/** The unit at a place, -1 outside the text. */
export const unitAt = (text: string, at: number): number => (at < 0 || at >= text.length ? -1 : text.charCodeAt(at));

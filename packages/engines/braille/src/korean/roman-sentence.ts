import type { Scan } from './scan.ts';

/** A run of Roman letters with the marks between them, or of Hangul words inside it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isHangul: boolean;
}

const SENTENCE_UNITS_MAX = 2_000;
const WITHIN = /[\w가-힣 ,;:'’\-/&()@.?!]/;
/** A Roman word at least this often for each word of Hangul. */
const ROMAN_FOR_HANGUL = 2;
const ROMAN_WORDS_MIN = 3;

/**
 * The end of a sentence in Roman letters with Hangul in it (article 39): it begins and ends with Roman words and has at least two of them
 * for each of Hangul. The place itself where none begins. Which script a sentence is in, the article leaves to the reader.
 */
export function romanSentenceEnd({ text }: Pick<Scan, 'text'>, at: number): number {
  if (at > 0 && !/[.?!] $|\n$/.test(text.slice(Math.max(0, at - 2), at))) return at;
  const end = sentenceEnd(text, at);
  const sentence = text.slice(at, end);
  const hangul = sentence.match(/[가-힣]+/g)?.length ?? 0;
  const roman = sentence.match(/[A-Za-z]+/g)?.length ?? 0;
  if (hangul === 0 || roman < ROMAN_WORDS_MIN || roman < hangul * ROMAN_FOR_HANGUL) return at;
  return /[A-Za-z][^A-Za-z가-힣]*$/.test(sentence) ? end : at;
}

/** Past the mark that ends the sentence; the place itself where something stands in it that is neither letter nor mark. */
function sentenceEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + SENTENCE_UNITS_MAX);
  for (let end = at; end < last; end += 1) {
    const char = text[end] ?? '';
    if (char === '\n') return end;
    if (!WITHIN.test(char)) return at;
    if (/[.?!]/.test(char) && /^(?:\s|$)/.test(text.slice(end + 1, end + 2))) return end + 1;
  }
  return last === text.length ? last : at;
}

/** The stretches of such a sentence in turn; blanks between words of Hangul are Hangul's. */
export function stretchesOf(text: string, { start, end }: Pick<Stretch, 'start' | 'end'>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { 0: run, index } of text.slice(start, end).matchAll(/[가-힣]+(?: +[가-힣]+)*|[^가-힣]+/g)) {
    const isHangul = /^[가-힣]/.test(run);
    stretches.push({ start: start + index, end: start + index + run.length, isHangul });
  }
  return stretches;
}

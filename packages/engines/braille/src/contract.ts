/** The two revisions of the Korean Braille Regulation that can be asked for (notices 2020-38 and 2024-5). */
export type BrailleEdition = '2020' | '2024';

/** How print makes a passage stand out. */
export type Emphasis = 'EMPHASIS' | 'UNDERLINE' | 'BOLD' | 'ITALIC' | 'STRIKE';

/** A piece of a text that is in another language, stands out, or is math. Offsets are UTF-16 units of the text. */
export interface PrintSpan {
  readonly start: number;
  readonly end: number;
  /** BCP 47, as `en` or `ko-KR`. */
  readonly language?: string | undefined;
  readonly emphasis?: Emphasis | undefined;
  /** The passage is math: what print shows in one line, or LaTeX. */
  readonly math?: boolean | undefined;
  /** Not in print: a note that the transcriber put in. */
  readonly note?: boolean | undefined;
}

/** One paragraph's worth of print. A line feed is a line that print breaks on purpose. */
export interface PrintText {
  readonly text: string;
  readonly spans?: readonly PrintSpan[] | undefined;
}

/**
 * Why the regulation does not settle a group of cells; the group holds the reading that its examples or usual practice suggest.
 * JAMO_POSITION: 2020 tells apart initial and final letters that stand alone; print does not ·
 * CONTRACTION_BEFORE_YE: whether 나, 다, … keep their contraction before 예 · COLON_BETWEEN_WORDS: heading or contrast ·
 * OPERATOR_BESIDE_NUMBER: 한글 on one side only · SPACED_BRACKETS: Korean or English brackets round a Roman passage ·
 * PLACEHOLDER: hidden letters, a missing letter or a blank · EMPHASIS_KIND: no sign of its own, or inside a Roman passage ·
 * SIGN_FORM: print's sign may be one of two, or is only like one that an article names ·
 * ADDRESS_SIGN: a sign that no example shows in an address, or where an address ends before Hangul ·
 * MATH_STRUCTURE: formulas that are not implemented here, or stand beside a word without a blank ·
 * IPA_SIGN: a phonetic sign that its article's examples do not show · MAIN_SCRIPT: whether a sentence is Roman or Korean ·
 * TRANSCRIBER_NOTE: needs a person's words · ROMAN_CONTRACTION: pronunciation decides · NO_SIGN: no cell for the character.
 */
export type Undecided =
  | 'JAMO_POSITION'
  | 'CONTRACTION_BEFORE_YE'
  | 'COLON_BETWEEN_WORDS'
  | 'OPERATOR_BESIDE_NUMBER'
  | 'SPACED_BRACKETS'
  | 'PLACEHOLDER'
  | 'EMPHASIS_KIND'
  | 'ADDRESS_SIGN'
  | 'SIGN_FORM'
  | 'MATH_STRUCTURE'
  | 'IPA_SIGN'
  | 'MAIN_SCRIPT'
  | 'TRANSCRIBER_NOTE'
  | 'ROMAN_CONTRACTION'
  | 'NO_SIGN';

/** Cells that one rule made from one piece of print. */
export interface CellGroup {
  /** Unicode braille (U+2800 …); a blank is U+2800, a line that print breaks on purpose is a line feed. */
  readonly cells: string;
  /** The piece of print, in UTF-16 units; start = end where print has nothing (a sign that braille adds). */
  readonly start: number;
  readonly end: number;
  /** Which rule made it: `describeRule` names the article. `LIBLOUIS` where a table did. */
  readonly rule: string;
  /** A line may not begin with this group. */
  readonly glued: boolean;
  /** The cells to write instead when the line ends after this group; null where they stay the same. */
  readonly atLineEnd: string | null;
  readonly undecided: Undecided | null;
}

/** A text in braille. `cells` is what all groups say one after another. */
export interface BrailleText {
  readonly cells: string;
  readonly groups: readonly CellGroup[];
}

/** A clear no: what was wrong with the text, and where. */
export interface BrailleRefusal {
  readonly refused: 'LONE_SURROGATE' | 'TEXT_TOO_LONG' | 'UNSUPPORTED_CODE' | 'SPAN_OUT_OF_TEXT' | 'NOT_BRAILLE';
  /** Offset into the text, where one place is to blame. */
  readonly at: number | null;
  readonly message: string;
}

/** Characters that one call takes; a document comes block by block. */
export const TEXT_CHARS_MAX = 4_000_000;

/** Whether a call answered with a refusal. */
export function isRefusal(answer: object): answer is BrailleRefusal {
  return 'refused' in answer;
}

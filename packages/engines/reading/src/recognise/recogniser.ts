/** A word that was recognised in a picture, with its place in pixels from the left. */
export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** How sure it is, 0 to 1. */
  readonly confidence: number;
}

/** A line of them, in pixels from the top. */
export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  readonly bottom: number;
  /** Of its letters. */
  readonly height: number;
}

export const textOfLine = ({ words }: RecognisedLine): string => words.map(({ text }) => text).join(' ');

/** What letters are looked for: Korean ones and Latin ones, or Latin ones only. */
export type Letters = 'kor+eng' | 'eng';

/** Looks for letters in pictures (PNG), one at a time. */
export interface Recogniser {
  /** @throws ReadingError TIMED_OUT or CRASHED. */
  recognise(png: Uint8Array, letters: Letters): Promise<readonly RecognisedLine[]>;
  close(): Promise<void>;
}

/** The letters of a language; undefined where none of ours are its letters. No language: both. */
export function lettersOf(language: string | null): Letters | undefined {
  const main = language?.split('-')[0]?.toLowerCase() ?? 'und';
  if (main === 'ko' || main === 'und') return 'kor+eng';
  return main === 'en' ? 'eng' : undefined;
}

/** Pages of few words are looked at in another way too: a lone heading is easily taken for a drawing. */
const FEW_WORDS = 40;

/** Looks at a page as columns and, when that finds little, as one block; what is surer is taken. */
export async function lookTwice(
  look: (mode: 'COLUMNS' | 'BLOCK') => Promise<readonly RecognisedLine[]>,
): Promise<readonly RecognisedLine[]> {
  const columns = await look('COLUMNS');
  if (columns.reduce((sum, { words }) => sum + words.length, 0) >= FEW_WORDS) return columns;
  const block = await look('BLOCK');
  const worth = (lines: readonly RecognisedLine[]) =>
    lines.flatMap(({ words }) => words).reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return worth(block) > worth(columns) ? block : columns;
}

/** A line of letters that were recognised in a picture. */
export interface RecognisedLine {
  readonly text: string;
  /** How sure it is, 0 to 1. */
  readonly confidence: number;
  /** Of its letters, in pixels. */
  readonly height: number;
  /** Lines of one paragraph have the same. */
  readonly paragraph: number;
}

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
  if (columns.reduce((sum, { text }) => sum + text.split(' ').length, 0) >= FEW_WORDS) return columns;
  const block = await look('BLOCK');
  const worth = (lines: readonly RecognisedLine[]) =>
    lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return worth(block) > worth(columns) ? block : columns;
}

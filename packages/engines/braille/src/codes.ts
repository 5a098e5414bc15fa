import type { CodeEdition } from './engine-edition.ts';
import type { BrailleRefusal, BrailleText, PrintText } from './contract.ts';

/** A braille code that can be asked for here and now. */
export interface BrailleCode {
  /** `ko-2024`, `ko-2020`, or a liblouis table's name without its ending, as `en-ueb-g2`. */
  readonly id: string;
  /** BCP 47 language, as `ko` or `en`. */
  readonly language: string;
  /** 0 uncontracted computer braille, 1 uncontracted, 2 contracted; null where the table doesn't say. */
  readonly grade: number | null;
  readonly title: { readonly ko: string; readonly en: string };
  /** OWN: written here, rules named. LIBLOUIS: tables. */
  readonly maker: 'OWN' | 'LIBLOUIS';
}

export type MathCode = 'UEB' | 'NEMETH';

export interface BrailleCallOptions {
  /** Ends the wait; the answer is then an AbortError. */
  readonly signal?: AbortSignal | undefined;
  /** The code of formulas inside UEB; UEB unless asked otherwise. */
  readonly math?: MathCode | undefined;
}

/** Print read back from braille. */
export interface BackTranslation {
  readonly text: string;
  /** For each UTF-16 unit of the text, the place of the cell that it came from. */
  readonly places: Readonly<ArrayLike<number>>;
  /** Share of the cells that the rules could read, 0 to 1. */
  readonly readShare: number;
}

/** Everything that turns print into cells and back, behind one door. */
export interface BrailleEngine {
  /** What is really available: Korean always, the tables of liblouis where its build is installed. */
  codes(): Promise<readonly BrailleCode[]>;
  translate(print: PrintText, code: string, options?: BrailleCallOptions): Promise<BrailleText | BrailleRefusal>;
  backTranslate(cells: string, code: string, options?: BrailleCallOptions): Promise<BackTranslation | BrailleRefusal>;
  /** What makes the cells of a code here and now. */
  editionOf(code: string): CodeEdition;
  /** Stops the workers; what still runs is refused. */
  close(): Promise<void>;
}

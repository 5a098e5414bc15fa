import type { MathCode } from './codes.ts';

/** How pages are set up. Every number counts cells or lines. */
export interface PageSetup {
  readonly cellsPerLine: number;
  readonly linesPerPage: number;
  /** TOP or BOTTOM right of each page; NONE writes no braille page numbers. */
  readonly pageNumbers: 'TOP' | 'BOTTOM' | 'NONE';
  /** Print page numbers at the top right and as a dashed line where print turns. */
  readonly printPageNumbers: boolean;
  /** A short title at the top of each page; empty for none. */
  readonly runningHead: string;
  /** Pages of one volume at most; 0 puts all in one. */
  readonly pagesPerVolume: number;
  /** Both sides of the sheet: volumes begin on a right-hand page. */
  readonly interpoint: boolean;
  /** A table of contents with guide dots in front, from the headings. */
  readonly contents: boolean;
  /** Where lines of Hangul may break: between syllables as the regulation's examples do, or between words only. */
  readonly lineBreaks: 'SYLLABLE' | 'WORD';
  /** FIT: in columns where they fit, else as lists under their headings, else in stairs; COLUMNS that do not fit are laid out so too. */
  readonly tables: 'FIT' | 'COLUMNS' | 'LISTED' | 'STAIRS';
  /** The code of formulas inside UEB. */
  readonly math: MathCode;
}

/** Cells of a line that came from one piece of print, for the proof view. */
export interface LinePiece {
  /** First cell of the line, and how many. */
  readonly at: number;
  readonly length: number;
  /** The block it came from and the place in that block: `path` is the item of a list or the row and cell of a table. */
  readonly block: string;
  readonly path: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly undecided: string | null;
}

export interface PageLine {
  /** Unicode braille, at most `cellsPerLine` long, without blanks at the end. */
  readonly cells: string;
  readonly pieces: readonly LinePiece[];
}

export interface BraillePage {
  /** From 1, through all volumes. */
  readonly number: number;
  /** From 1. */
  readonly volume: number;
  /** The print page that its first line belongs to, null where print has none. */
  readonly printPage: string | null;
  readonly lines: readonly PageLine[];
}

import type { PrintText } from './contract.ts';

/**
 * What pages are laid out from: the least that a block of a read document must say. A reader's own block type may say more.
 * `id` comes back in the map of every line; `language` (BCP 47) is the block's, where it differs from the document's.
 */
interface BlockBase {
  readonly id: string;
  readonly language?: string | undefined;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'HEADING';
  /** 1 to 6. */
  readonly level: number;
  readonly content: PrintText;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'PARAGRAPH';
  readonly content: PrintText;
}

export interface ListBlock extends BlockBase {
  readonly kind: 'LIST';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** What print shows before the item, as `1.` or `•`; empty for none. */
  readonly mark: string;
  /** 0 for the outermost list. */
  readonly depth: number;
  readonly content: PrintText;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'TABLE';
  readonly caption?: PrintText | undefined;
  /** How many of the first rows are headings. */
  readonly headingRows: number;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell extends PrintText {
  /** Columns and rows that it reaches over; 1 where it doesn't say. */
  readonly columnSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
}

export interface FigureBlock extends BlockBase {
  readonly kind: 'FIGURE';
  /** The caption in print, and the description for who can't see it. */
  readonly caption?: PrintText | undefined;
  readonly description?: PrintText | undefined;
}

export interface MathBlock extends BlockBase {
  readonly kind: 'MATH';
  /** The formula in one line of text. */
  readonly content: PrintText;
}

export interface NoteBlock extends BlockBase {
  readonly kind: 'NOTE';
  /** The mark that calls it in the text, as `1)` or `*`. */
  readonly mark: string;
  readonly content: PrintText;
}

/** Print turns a page here. */
export interface PageBreakBlock extends BlockBase {
  readonly kind: 'PAGE_BREAK';
  /** The number of the print page that begins, as print writes it. */
  readonly printPage: string;
}

export type BrailleBlock =
  HeadingBlock | ParagraphBlock | ListBlock | TableBlock | FigureBlock | MathBlock | NoteBlock | PageBreakBlock;

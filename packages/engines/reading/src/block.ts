/** How print makes a passage stand out; the names are those of the braille engine. */
export type Emphasis = 'EMPHASIS' | 'UNDERLINE' | 'BOLD' | 'ITALIC' | 'STRIKE';

/** A passage of a text that is in another language, stands out, leads somewhere or is math. Offsets are UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  /** BCP 47. */
  readonly language?: string;
  readonly emphasis?: Emphasis;
  /** Where it leads; never followed by us. */
  readonly link?: string;
  /** The passage is math, written as LaTeX. */
  readonly math?: boolean;
}

/** A text with its passages. A line feed is a line that the author breaks on purpose. */
export interface RichText {
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

export interface ListItem extends RichText {
  /** 0 for the outermost list. */
  readonly depth: number;
  /** As print shows it: `1.`, `가.`, `•`. */
  readonly marker: string;
}

export interface TableCell extends RichText {
  readonly isHeader: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** What a document is made of, whatever file it came from. */
export type BlockContent =
  | ({ readonly kind: 'HEADING'; readonly level: number } & RichText)
  | ({ readonly kind: 'PARAGRAPH' } & RichText)
  | { readonly kind: 'LIST'; readonly isOrdered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'TABLE'; readonly caption: string | null; readonly rows: readonly (readonly TableCell[])[] }
  /** `text` is what stands for the picture: its alternative text, else its caption. */
  | ({ readonly kind: 'FIGURE'; readonly caption: string | null } & RichText)
  /** `text` is LaTeX. */
  | { readonly kind: 'MATH'; readonly text: string }
  | ({ readonly kind: 'NOTE'; readonly label: string } & RichText)
  /** Where the print page `label` begins, in documents that flow. */
  | { readonly kind: 'PAGE_BREAK'; readonly label: string };

export type BlockKind = BlockContent['kind'];

export type Block = BlockContent & {
  /** The page of the source, from 1; null where the source has none. */
  readonly page: number | null;
  /** How sure it is that it says this, 0 to 1, where letters were recognised in a picture. */
  readonly confidence?: number;
};

/** Everything a block says, in reading order, without its passages. */
export function textOf(block: BlockContent): string {
  if (block.kind === 'LIST') return block.items.map(({ marker, text }) => `${marker} ${text}`.trim()).join('\n');
  if (block.kind === 'PAGE_BREAK') return block.label;
  if (block.kind !== 'TABLE') return block.text;
  const rows = block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n');
  return block.caption ? `${block.caption}\n${rows}` : rows;
}

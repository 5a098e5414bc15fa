import type { BrailleBlock } from './blocks.ts';
import type { PrintSpan, PrintText } from './contract.ts';

interface Rich {
  readonly text: string;
  readonly spans: readonly PrintSpan[];
}

/** The least of a read document's block that braille needs; the reader's own type says more. */
export type ReadBlock =
  | ({ readonly kind: 'HEADING'; readonly level: number } & Rich)
  | ({ readonly kind: 'PARAGRAPH' } & Rich)
  | { readonly kind: 'LIST'; readonly items: readonly ({ readonly depth: number; readonly marker: string } & Rich)[] }
  | {
      readonly kind: 'TABLE';
      readonly caption: string | null;
      readonly rows: readonly (readonly ({ readonly isHeader: boolean } & Rich)[])[];
    }
  | ({ readonly kind: 'FIGURE'; readonly caption: string | null } & Rich)
  | { readonly kind: 'MATH'; readonly text: string }
  | ({ readonly kind: 'NOTE'; readonly label: string } & Rich)
  | { readonly kind: 'PAGE_BREAK'; readonly label: string };

const textOf = ({ text, spans }: Rich): PrintText => ({ text, spans });
const captionOf = (caption: string | null): PrintText | undefined => (caption ? { text: caption } : undefined);

/** A block of a read document as pages are laid out from; `id` comes back in the map of each line. */
export function brailleBlockOf(id: string, block: ReadBlock): BrailleBlock {
  switch (block.kind) {
    case 'HEADING':
      return { kind: 'HEADING', id, level: block.level, content: textOf(block) };
    case 'PARAGRAPH':
      return { kind: 'PARAGRAPH', id, content: textOf(block) };
    case 'LIST': {
      const items = block.items.map((item) => ({ mark: item.marker, depth: item.depth, content: textOf(item) }));
      return { kind: 'LIST', id, items };
    }
    case 'TABLE': {
      const headingRows = block.rows.findIndex((row) => !row.some((cell) => cell.isHeader));
      const rows = block.rows.map((row) => row.map(textOf));
      return {
        kind: 'TABLE',
        id,
        caption: captionOf(block.caption),
        headingRows: headingRows < 0 ? block.rows.length : headingRows,
        rows,
      };
    }
    case 'FIGURE':
      return {
        kind: 'FIGURE',
        id,
        caption: captionOf(block.caption),
        description: block.text !== '' && block.text !== block.caption ? textOf(block) : undefined,
      };
    case 'MATH':
      return {
        kind: 'MATH',
        id,
        content: { text: block.text, spans: [{ start: 0, end: block.text.length, math: true }] },
      };
    case 'NOTE':
      return { kind: 'NOTE', id, mark: block.label, content: textOf(block) };
    case 'PAGE_BREAK':
      return { kind: 'PAGE_BREAK', id, printPage: block.label };
  }
}

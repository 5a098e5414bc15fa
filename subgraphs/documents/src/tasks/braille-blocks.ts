import type { BrailleBlock, PrintSpan, PrintText } from '@modu/engine-braille';
import type { RichText, TableCell, TextSpan } from '@modu/engine-reading';
import type { PlacedBlock } from '../domain/document.ts';

/** What a passage is to braille; where it leads is not written. */
function toSpan({ start, end, language, emphasis, math }: TextSpan): PrintSpan[] {
  if (!language && !emphasis && !math) return [];
  return [
    { start, end, ...(language ? { language } : {}), ...(emphasis ? { emphasis } : {}), ...(math ? { math } : {}) },
  ];
}

const toPrint = ({ text, spans }: RichText): PrintText => ({ text, spans: spans.flatMap(toSpan) });
const toCell = ({ columnSpan, rowSpan, ...text }: TableCell) => ({ ...toPrint(text), columnSpan, rowSpan });
const plain = (text: string): PrintText => ({ text });

/** A block as the layout of braille pages wants it; its number is its name, so that every line leads back to it. */
export function toBrailleBlock({ number, block }: Pick<PlacedBlock, 'number' | 'block'>): BrailleBlock {
  const id = String(number);
  switch (block.kind) {
    case 'HEADING':
      return { id, kind: 'HEADING', level: block.level, content: toPrint(block) };
    case 'PARAGRAPH':
      return { id, kind: 'PARAGRAPH', content: toPrint(block) };
    case 'LIST':
      return {
        id,
        kind: 'LIST',
        items: block.items.map((item) => ({ mark: item.marker, depth: item.depth, content: toPrint(item) })),
      };
    case 'TABLE': {
      const body = block.rows.findIndex((row) => !row.every(({ isHeader }) => isHeader));
      // Where every row says that it is a heading, the first is one, if others stand below it.
      const headingRows = body < 0 ? Math.min(1, Math.max(0, block.rows.length - 1)) : body;
      const caption = block.caption ? { caption: plain(block.caption) } : {};
      return { id, kind: 'TABLE', headingRows, rows: block.rows.map((row) => row.map(toCell)), ...caption };
    }
    case 'FIGURE': {
      const caption = block.caption ? { caption: plain(block.caption) } : {};
      // What print says once is said once.
      const isSaid = block.text === '' || block.text === block.caption;
      return { id, kind: 'FIGURE', ...caption, ...(isSaid ? {} : { description: toPrint(block) }) };
    }
    case 'MATH':
      return {
        id,
        kind: 'MATH',
        content: { text: block.text, spans: [{ start: 0, end: block.text.length, math: true }] },
      };
    case 'NOTE':
      return { id, kind: 'NOTE', mark: block.label, content: toPrint(block) };
    case 'PAGE_BREAK':
      return { id, kind: 'PAGE_BREAK', printPage: block.label };
  }
}

import type { Block, BlockKind, RichText } from '@modu/engine-reading';
import { joinTexts, sliceText, splitText } from './rich-text.ts';

const MARKER = /^(?:[•·▪◦‣*–-]|\(?(?:\d{1,3}|[가-하]|[A-Za-z])[.)])\s+/;
const HEADING_LEVEL = 2;
const plain = (text: string): RichText => ({ text, spans: [] });

/** What a block says as one text: items are lines, cells of a row stand between tabs. */
export function wordsOf(block: Block): RichText {
  switch (block.kind) {
    case 'LIST':
      return joinTexts(
        block.items.map((item) => (item.marker === '' ? item : joinTexts([plain(item.marker), item], ' '))),
        '\n',
      );
    case 'TABLE': {
      const rows = block.rows.map((row) => joinTexts(row, '\t'));
      return joinTexts(block.caption === null ? rows : [plain(block.caption), ...rows], '\n');
    }
    case 'MATH':
      return { text: block.text, spans: [{ start: 0, end: block.text.length, math: true }] };
    case 'PAGE_BREAK':
      return plain(block.label);
    default:
      return { text: block.text, spans: block.spans };
  }
}

const itemOf = (line: RichText) => {
  const marker = MARKER.exec(line.text)?.[0] ?? '';
  return { depth: 0, marker: marker.trim(), ...sliceText(line, marker.length) };
};

/** The same words as another kind of block, on the same page of the source. */
export function toKind(block: Block, kind: BlockKind, level?: number | null): Block {
  if (block.kind === kind) return block.kind === 'HEADING' ? { ...block, level: level ?? block.level } : block;
  const { page } = block;
  const words = wordsOf(block);
  switch (kind) {
    case 'HEADING':
      return { kind, page, level: level ?? HEADING_LEVEL, ...words };
    case 'PARAGRAPH':
      return { kind, page, ...words };
    case 'FIGURE':
      return { kind, page, caption: null, ...words };
    case 'NOTE': {
      const { marker, depth: _, ...rest } = itemOf(words);
      return { kind, page, label: marker.replaceAll(/[().]/g, ''), ...rest };
    }
    case 'MATH':
      return { kind, page, text: words.text };
    case 'PAGE_BREAK':
      return { kind, page, label: words.text };
    case 'LIST': {
      const items = splitText(words, '\n').map(itemOf);
      return { kind, page, isOrdered: /[\p{L}\d]/u.test(items[0]?.marker ?? ''), items };
    }
    case 'TABLE': {
      const cell = (text: RichText) => ({ isHeader: false, columnSpan: 1, rowSpan: 1, ...text });
      const rows = splitText(words, '\n').map((row) => splitText(row, '\t').map(cell));
      return { kind, page, caption: null, rows };
    }
  }
}

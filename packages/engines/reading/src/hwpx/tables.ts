import type { BlockContent, TableCell } from '../block.ts';
import { cellSpan } from '../markup/cell-span.ts';
import { childOf, childrenOf, elementsOf, findAll, findOwn, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { linesText } from './write-text.ts';
import type { HwpxContext } from './write-text.ts';

/** A table. No cell holds a picture or a note: those of its cells stand after it. A lone cell is a box around a text. */
export function toTable(table: MarkupNode, context: HwpxContext): BlockContent[] {
  const rows = childrenOf(table, 'tr').map((row, at) =>
    childrenOf(row, 'tc').map((cell): TableCell => {
      const { colSpan, rowSpan } = childOf(cell, 'cellSpan')?.attributes ?? {};
      const isHeader = at === 0 || cell.attributes['header'] === '1';
      const text = linesText(findOwn(cell, 'p', NOTES), context);
      return { isHeader, columnSpan: cellSpan(colSpan), rowSpan: cellSpan(rowSpan), ...text };
    }),
  );
  const [first] = rows;
  if (!first) return [];
  const trs = childrenOf(table, 'tr');
  const beside = [
    ...trs.flatMap((row) => [...findAll(row, 'pic')].map((picture) => toFigure(picture, context))),
    ...trs.flatMap((row) => [...findAll(row, 'ctrl')].flatMap((control) => notesIn(control, context))),
  ];
  if (rows.length > 1 || first.length !== 1 || !first[0])
    return [{ kind: 'TABLE', caption: captionOf(table, context), rows }, ...beside];
  const [{ text, spans }] = first;
  return text === '' ? beside : [{ kind: 'PARAGRAPH', text, spans }, ...beside];
}

function captionOf(node: MarkupNode, context: HwpxContext): string | null {
  const caption = childOf(node, 'caption');
  return caption ? linesText(findAll(caption, 'p'), context).text.replaceAll(/\s+/g, ' ') || null : null;
}

/** Hangul fills in a comment of its own when the author wrote none. */
export function toFigure(picture: MarkupNode, context: HwpxContext): BlockContent {
  const comment = wordsOf(childOf(picture, 'shapeComment') ?? '').trim();
  const text = /^그림입니다\./.test(comment) ? '' : comment;
  return { kind: 'FIGURE', text, spans: [], caption: captionOf(picture, context) };
}

const NOTES = /^(footNote|endNote)$/;

export function notesIn(control: MarkupNode, context: HwpxContext): BlockContent[] {
  return elementsOf(control).flatMap((note): BlockContent[] => {
    if (!NOTES.test(note.name)) return [];
    const { text, spans } = linesText(findAll(note, 'p'), context);
    return text === '' ? [] : [{ kind: 'NOTE', label: note.attributes['number'] ?? '', text, spans }];
  });
}

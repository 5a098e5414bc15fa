import type { BlockContent, TableCell } from '../block.ts';
import { cellSpan } from '../markup/cell-span.ts';
import { childOf, childrenOf, elementsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { captionIn, richText } from './rich-words.ts';

/** A table row by row. A table of one cell is there for its looks: it is a paragraph. */
export function toTable(table: MarkupNode, language: string): BlockContent | undefined {
  const groups = elementsOf(table).filter(({ name }) => /^(thead|tbody|tfoot)$/.test(name));
  const rows = [table, ...groups]
    .flatMap((group) => childrenOf(group, 'tr').map((row) => ({ row, isHead: group.name === 'thead' })))
    .map(({ row, isHead }) => elementsOf(row).flatMap((cell) => toCell(cell, { isHead, language })))
    .filter((row) => row.length > 0);
  const [first] = rows;
  if (!first) return undefined;
  if (rows.length === 1 && first.length === 1 && first[0])
    return first[0].text === '' ? undefined : { kind: 'PARAGRAPH', text: first[0].text, spans: first[0].spans };
  return { kind: 'TABLE', caption: captionIn(childOf(table, 'caption'), language), rows };
}

function toCell(cell: MarkupNode, { isHead, language }: { isHead: boolean; language: string }): TableCell[] {
  if (cell.name !== 'td' && cell.name !== 'th') return [];
  const { colspan, rowspan } = cell.attributes;
  const spans = { columnSpan: cellSpan(colspan), rowSpan: cellSpan(rowspan) };
  return [{ isHeader: isHead || cell.name === 'th', ...spans, ...richText(cell.children, language) }];
}

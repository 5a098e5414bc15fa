import type { Block, BlockContent, RichText, TableCell } from '../block.ts';
import { createBlockGatherer } from '../lists/gather-blocks.ts';
import { cellSpan } from '../markup/cell-span.ts';
import { childOf, childrenOf, elementsOf, findFirst, findOwn, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { createTextBuilder, prefixed } from '../rich-text.ts';
import type { Notes } from './notes.ts';
import type { Numbering } from './numbering.ts';
import { addRuns } from './runs.ts';
import type { RunContext } from './runs.ts';
import { listOf, outlineLevel, value } from './styles.ts';
import type { Styles } from './styles.ts';

/** What the body of a document refers to. */
export interface DocxContext extends RunContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Notes;
}

/** The blocks of a body: paragraphs, lists that belong together, tables, figures, and each note after where it is named. */
export const bodyToBlocks = (body: MarkupNode, context: DocxContext): Block[] =>
  contentsOf(body, context).map((content) => ({ ...content, page: null }));

/** Of a body, or of a text box in it. */
function contentsOf(body: MarkupNode, context: DocxContext): BlockContent[] {
  const gatherer = createBlockGatherer();
  for (const node of unwrap(body)) {
    const list = node.name === 'p' ? listIn(node, context) : null;
    if (list) {
      const { marker, isOrdered } = context.numbering.next(list);
      gatherer.addItem({ depth: list.depth, marker, ...richText(node, context) }, isOrdered);
    } else {
      gatherer.endList();
      if (node.name === 'tbl') gatherer.add([...toTable(node, context), ...picturesIn(node)]);
      if (node.name === 'p') gatherer.add(toParagraph(node, context));
    }
    if (node.name === 'p') gatherer.add(anchoredIn(node, context));
    gatherer.add(notesIn(node, context));
  }
  return gatherer.build();
}

/** Content controls and tracked changes hold blocks as if they were not there. */
function unwrap(node: MarkupNode): MarkupNode[] {
  return elementsOf(node).flatMap((child) =>
    /^(sdt|sdtContent|ins|smartTag|customXml|AlternateContent|Choice)$/.test(child.name) ? unwrap(child) : [child],
  );
}

function styleIn(paragraph: MarkupNode, { styles }: DocxContext) {
  const properties = childOf(paragraph, 'pPr');
  const style = styles.of(value(childOf(properties, 'pStyle')));
  return { level: outlineLevel(properties) ?? style.level, list: listOf(properties) ?? style.list };
}

function listIn(paragraph: MarkupNode, context: DocxContext) {
  const { level, list } = styleIn(paragraph, context);
  return level === null ? list : null;
}

function richText(node: MarkupNode, { links, languages }: DocxContext): RichText {
  const builder = createTextBuilder();
  addRuns(builder, node, { links, languages });
  return builder.build();
}

function toParagraph(node: MarkupNode, context: DocxContext): BlockContent[] {
  const contents: BlockContent[] = [];
  const rich = richText(node, context);
  const { level, list } = styleIn(node, context);
  const [only] = rich.spans;
  if (only?.math && only.start === 0 && only.end === rich.text.length) contents.push({ kind: 'MATH', text: rich.text });
  else if (rich.text !== '' && level !== null) {
    const marker = list ? context.numbering.next(list).marker : '';
    // Numbered headings are read with their number.
    contents.push({ kind: 'HEADING', level: Math.min(6, level), ...prefixed(rich, marker) });
  } else if (rich.text !== '') contents.push({ kind: 'PARAGRAPH', ...rich });
  return contents;
}

/** Pictures and text boxes of a paragraph. What stands in for them where a program can't show them says the same again. */
function anchoredIn(node: MarkupNode, context: DocxContext): BlockContent[] {
  return elementsOf(node).flatMap((child) => {
    if (/^(Fallback|del|moveFrom)$/.test(child.name)) return [];
    if (child.name === 'txbxContent') return contentsOf(child, context);
    const inside = anchoredIn(child, context);
    return child.name === 'drawing' ? [...figureOf(child, inside.length > 0), ...inside] : inside;
  });
}

/** Pictures in the cells of a table, which stand after it. What its text boxes say is in the cells. */
const picturesIn = (table: MarkupNode): BlockContent[] =>
  [...findOwn(table, 'drawing', /^(Fallback|del|moveFrom)$/)].flatMap((drawing) =>
    figureOf(drawing, findFirst(drawing, 'txbxContent') !== undefined),
  );

/** A box that holds a text is a picture only when its author described it. */
function figureOf(drawing: MarkupNode, hasText: boolean): BlockContent[] {
  const attributes = findFirst(drawing, 'docPr')?.attributes;
  const text = (attributes?.['descr'] ?? attributes?.['title'] ?? '').trim();
  return attributes === undefined || (hasText && text === '')
    ? []
    : [{ kind: 'FIGURE', text, spans: [], caption: null }];
}

function toTable(table: MarkupNode, context: DocxContext): BlockContent[] {
  const rows = childrenOf(table, 'tr').map((row, at) => {
    const isHead = at === 0 || findFirst(childOf(row, 'trPr') ?? row, 'tblHeader') !== undefined;
    return unwrap(row).flatMap((cell) => (cell.name === 'tc' ? toCell(cell, isHead, context) : []));
  });
  const [first] = rows;
  if (!first || first.length === 0) return [];
  if (rows.length === 1 && first.length === 1) {
    const [{ text, spans }] = first as [TableCell];
    return text === '' ? [] : [{ kind: 'PARAGRAPH', text, spans }];
  }
  return [{ kind: 'TABLE', caption: null, rows }];
}

function toCell(cell: MarkupNode, isHeader: boolean, context: DocxContext): TableCell[] {
  const properties = childOf(cell, 'tcPr');
  const merge = childOf(properties, 'vMerge');
  const builder = createTextBuilder();
  const isBelow = merge !== undefined && value(merge) !== 'restart';
  if (!isBelow)
    [...findOwn(cell, 'p', /^Fallback$/)].forEach((paragraph, at) => {
      if (at > 0 && !builder.isEmpty()) builder.lineBreak();
      const list = listIn(paragraph, context);
      if (list) builder.add(`${context.numbering.next(list).marker} `);
      addRuns(builder, paragraph, context);
    });
  const columnSpan = cellSpan(value(childOf(properties, 'gridSpan')));
  return [{ isHeader, columnSpan, rowSpan: 1, ...builder.build() }];
}

const notesIn = (node: MarkupNode, context: DocxContext): BlockContent[] =>
  context.notes.namedIn(node).flatMap(({ label, note }) => {
    const rich = richText(note, context);
    return rich.text === '' || wordsOf(note).trim() === '' ? [] : [{ kind: 'NOTE', label, ...rich }];
  });

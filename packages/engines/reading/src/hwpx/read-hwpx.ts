import type { Block, BlockContent, TableCell } from '../block.ts';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { inParts } from '../in-parts.ts';
import { cellSpan } from '../markup/cell-span.ts';
import { childOf, childrenOf, elementsOf, findAll, findFirst, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { hangulToLatex } from '../math/hangul-to-latex.ts';
import { ReadingError } from '../reading-error.ts';
import { createTextBuilder } from '../rich-text.ts';
import type { TextBuilder } from '../rich-text.ts';
import { languageOf } from '../text/language.ts';
import { openZip, textIn } from '../zip/open-zip.ts';
import { parseHwpxStyles } from './hwpx-styles.ts';
import type { HwpxStyles } from './hwpx-styles.ts';

const SECTION = /^Contents\/section(\d+)\.xml$/;

/** A document of Hangul in its zipped XML form (KS X 6101), section by section. */
export async function* readHwpx(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const files = openZip(source.bytes, (path) =>
    /^(Contents\/(section\d+\.xml|header\.xml|content\.hpf)|META-INF\/manifest\.xml)$/.test(path),
  );
  if (/encryption-data/.test(textIn(files, 'META-INF/manifest.xml') ?? ''))
    throw new ReadingError('ENCRYPTED', 'The document has a password.');
  const sections = [...files.keys()].flatMap((path) => {
    const number = SECTION.exec(path)?.[1];
    return number === undefined ? [] : [{ path, number: Number(number) }];
  });
  if (sections.length === 0) throw new ReadingError('DAMAGED', 'The archive holds no document of Hangul.');
  const header = textIn(files, 'Contents/header.xml');
  const styles = parseHwpxStyles(header ? parseXml(header) : undefined);
  const trees = sections.sort((a, b) => a.number - b.number).map(({ path }) => parseXml(textIn(files, path) ?? ''));
  const hpf = textIn(files, 'Contents/content.hpf');
  const title = (hpf && wordsOf(findFirst(parseXml(hpf), 'title') ?? '').trim()) || null;
  const blocks: Block[] = trees
    .flatMap((tree) => sectionToBlocks(tree, styles))
    .map((content) => ({ ...content, page: null }));
  const language = source.language ?? languageOf(trees.map(wordsOf).join(' '));
  yield* inParts({ format: 'HWPX', title, language }, blocks, source.fromPart);
}

function sectionToBlocks(tree: MarkupNode, styles: HwpxStyles): BlockContent[] {
  return childrenOf(findFirst(tree, 'sec') ?? tree, 'p').flatMap((paragraph) => paragraphToBlocks(paragraph, styles));
}

/** A paragraph with what is anchored in it: tables, pictures, notes. */
function paragraphToBlocks(paragraph: MarkupNode, styles: HwpxStyles): BlockContent[] {
  const builder = createTextBuilder();
  const anchored: BlockContent[] = [];
  for (const run of childrenOf(paragraph, 'run')) addRun(run, { builder, anchored, styles });
  const { text, spans } = builder.build();
  const level = styles.levelOf(paragraph.attributes);
  const [only] = spans;
  const own: BlockContent[] =
    text === ''
      ? []
      : only?.math && only.start === 0 && only.end === text.length
        ? [{ kind: 'MATH', text }]
        : [level === null ? { kind: 'PARAGRAPH', text, spans } : { kind: 'HEADING', level, text, spans }];
  return [...own, ...anchored];
}

interface Writing {
  readonly builder: TextBuilder;
  readonly anchored: BlockContent[];
  readonly styles: HwpxStyles;
}

function addRun(run: MarkupNode, { builder, anchored, styles }: Writing): void {
  const closing = styles.emphasesOf(run.attributes['charPrIDRef']).map((emphasis) => builder.open({ emphasis }));
  for (const child of elementsOf(run)) {
    if (child.name === 't') addText(child, builder);
    else if (child.name === 'tbl') anchored.push(...toTable(child, styles));
    else if (child.name === 'pic') anchored.push(toFigure(child));
    else if (SHAPES.test(child.name)) anchored.push(...shapeToBlocks(child, styles));
    else if (child.name === 'equation') {
      const close = builder.open({ math: true });
      builder.add(hangulToLatex(wordsOf(childOf(child, 'script') ?? '')));
      close();
    } else if (child.name === 'ctrl') anchored.push(...notesIn(child, styles));
  }
  for (const close of closing.reverse()) close();
}

/** What is drawn, and may hold a text; a container holds others. */
const SHAPES = /^(rect|ellipse|polygon|curve|arc|line|connectLine|container)$/;

function shapeToBlocks(shape: MarkupNode, styles: HwpxStyles): BlockContent[] {
  return elementsOf(shape).flatMap((child) => {
    if (child.name === 'pic') return [toFigure(child)];
    if (child.name === 'drawText')
      return childrenOf(childOf(child, 'subList'), 'p').flatMap((paragraph) => paragraphToBlocks(paragraph, styles));
    return SHAPES.test(child.name) ? shapeToBlocks(child, styles) : [];
  });
}

function addText(node: MarkupNode, builder: TextBuilder): void {
  for (const child of node.children) {
    if (typeof child === 'string') builder.add(child);
    else if (child.name === 'lineBreak') builder.lineBreak();
    else if (/^(tab|nbSpace|fwSpace)$/.test(child.name)) builder.add(' ');
    else if (child.name === 'hyphen') builder.add('-');
    else if (!/^delete/.test(child.name)) addText(child, builder);
  }
}

function toTable(table: MarkupNode, styles: HwpxStyles): BlockContent[] {
  const caption =
    wordsOf(childOf(table, 'caption') ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim() || null;
  const rows = childrenOf(table, 'tr').map((row, at) =>
    childrenOf(row, 'tc').map((cell): TableCell => {
      const { colSpan, rowSpan } = childOf(cell, 'cellSpan')?.attributes ?? {};
      const builder = createTextBuilder();
      for (const paragraph of findAll(cell, 'p')) {
        if (!builder.isEmpty()) builder.lineBreak();
        for (const run of childrenOf(paragraph, 'run')) addRun(run, { builder, anchored: [], styles });
      }
      const isHeader = at === 0 || cell.attributes['header'] === '1';
      return {
        isHeader,
        columnSpan: cellSpan(colSpan),
        rowSpan: cellSpan(rowSpan),
        ...builder.build(),
      };
    }),
  );
  // No cell holds a picture: those of its cells stand after the table.
  const figures = childrenOf(table, 'tr').flatMap((row) => [...findAll(row, 'pic')].map(toFigure));
  const [first] = rows;
  if (!first) return [];
  if (rows.length > 1 || first.length !== 1 || !first[0]) return [{ kind: 'TABLE', caption, rows }, ...figures];
  const [{ text, spans }] = first;
  return text === '' ? figures : [{ kind: 'PARAGRAPH', text, spans }, ...figures];
}

/** Hangul fills in a comment of its own when the author wrote none. */
function toFigure(picture: MarkupNode): BlockContent {
  const comment = wordsOf(childOf(picture, 'shapeComment') ?? '').trim();
  const caption =
    wordsOf(childOf(picture, 'caption') ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim() || null;
  return { kind: 'FIGURE', text: /^그림입니다\./.test(comment) ? '' : comment, spans: [], caption };
}

function notesIn(control: MarkupNode, styles: HwpxStyles): BlockContent[] {
  return elementsOf(control).flatMap((note): BlockContent[] => {
    if (note.name !== 'footNote' && note.name !== 'endNote') return [];
    const builder = createTextBuilder();
    for (const paragraph of findAll(note, 'p'))
      for (const run of childrenOf(paragraph, 'run')) addRun(run, { builder, anchored: [], styles });
    const { text, spans } = builder.build();
    return text === '' ? [] : [{ kind: 'NOTE', label: note.attributes['number'] ?? '', text, spans }];
  });
}

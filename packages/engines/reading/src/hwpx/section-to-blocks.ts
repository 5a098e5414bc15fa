import type { BlockContent, RichText } from '../block.ts';
import type { BlockGatherer } from '../lists/gather-blocks.ts';
import { createBlockGatherer } from '../lists/gather-blocks.ts';
import { childOf, childrenOf, elementsOf, findFirst } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { prefixed } from '../rich-text.ts';
import { notesIn, toFigure, toTable } from './tables.ts';
import { paragraphText } from './write-text.ts';
import type { HwpxContext } from './write-text.ts';

const UNMARKED = { kind: null, depth: 0, marker: '' };

/** The numbering that Hangul gives an outline when the section names none. */
const OUTLINE = '1';

export function sectionToBlocks(tree: MarkupNode, { styles, numbering }: Omit<HwpxContext, 'outline'>): BlockContent[] {
  const outline = findFirst(tree, 'secPr')?.attributes['outlineShapeIDRef'] ?? OUTLINE;
  return paragraphsToBlocks(childrenOf(findFirst(tree, 'sec') ?? tree, 'p'), { styles, numbering, outline });
}

/** Paragraphs with what is anchored in each: tables, pictures, notes. Those with numbers or bullets are lists. */
function paragraphsToBlocks(paragraphs: readonly MarkupNode[], context: HwpxContext): BlockContent[] {
  const gatherer = createBlockGatherer();
  for (const paragraph of paragraphs) {
    addParagraph(paragraph, gatherer, context);
    gatherer.add(childrenOf(paragraph, 'run').flatMap((run) => anchoredIn(run, context)));
  }
  return gatherer.build();
}

function addParagraph(paragraph: MarkupNode, gatherer: BlockGatherer, context: HwpxContext): void {
  const rich = paragraphText(paragraph, context);
  const level = context.styles.levelOf(paragraph.attributes);
  const { kind, depth, marker } =
    context.numbering.next(paragraph.attributes['paraPrIDRef'], context.outline) ?? UNMARKED;
  if (marker !== '' && level === null) return gatherer.addItem({ depth, marker, ...rich }, kind !== 'BULLET');
  gatherer.endList();
  if (rich.text !== '') gatherer.add([paragraphBlock(level, prefixed(rich, marker))]);
}

function paragraphBlock(level: number | null, { text, spans }: RichText): BlockContent {
  const [only] = spans;
  if (only?.math && only.start === 0 && only.end === text.length) return { kind: 'MATH', text };
  return level === null ? { kind: 'PARAGRAPH', text, spans } : { kind: 'HEADING', level, text, spans };
}

function anchoredIn(run: MarkupNode, context: HwpxContext): BlockContent[] {
  return elementsOf(run).flatMap((child) => {
    if (child.name === 'tbl') return toTable(child, context);
    if (child.name === 'pic') return [toFigure(child, context)];
    if (child.name === 'ctrl') return notesIn(child, context);
    return SHAPES.test(child.name) ? shapeToBlocks(child, context) : [];
  });
}

/** What is drawn, and may hold a text; a container holds others. */
const SHAPES = /^(rect|ellipse|polygon|curve|arc|line|connectLine|container)$/;

function shapeToBlocks(shape: MarkupNode, context: HwpxContext): BlockContent[] {
  return elementsOf(shape).flatMap((child) => {
    if (child.name === 'pic') return [toFigure(child, context)];
    if (child.name === 'drawText') return paragraphsToBlocks(childrenOf(childOf(child, 'subList'), 'p'), context);
    return SHAPES.test(child.name) ? shapeToBlocks(child, context) : [];
  });
}

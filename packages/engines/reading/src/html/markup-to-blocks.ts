import type { Block, BlockContent, RichText } from '../block.ts';
import { PAGE_LABEL_CHARS_MAX } from '../bounds.ts';
import { mathmlToLatex } from '../math/mathml-to-latex.ts';
import { findFirst, isElement, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { BLOCKS, captionIn, isHidden, isUnread, richText } from './rich-words.ts';
import { toList } from './to-list.ts';
import { toTable } from './to-table.ts';

const isBlock = (node: MarkupNode | string): boolean =>
  isElement(node) && (BLOCKS.has(node.name) || isDisplayMath(node) || node.children.some(isBlock));
const isDisplayMath = ({ name, attributes }: MarkupNode) => name === 'math' && attributes['display'] === 'block';

/** What the file says of a new print page inside a flowing text. */
const isPageBreak = ({ attributes }: MarkupNode): boolean =>
  /pagebreak/.test(`${attributes['type'] ?? ''} ${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`);

/** The blocks of a tree of HTML, in reading order. */
export function markupToBlocks(root: MarkupNode, language: string): Block[] {
  const blocks: Block[] = [];
  const tell = (content: BlockContent | undefined) => {
    if (content) blocks.push({ ...content, page: null });
  };
  walk(root, { tell, language });
  return blocks;
}

interface Walk {
  readonly tell: (content: BlockContent | undefined) => void;
  readonly language: string;
}

function walk(node: MarkupNode, context: Walk): void {
  let line: (MarkupNode | string)[] = [];
  const endLine = () => {
    context.tell(toParagraph(line, context.language));
    line = [];
  };
  for (const child of node.children) {
    if (!isElement(child)) line.push(child);
    else if (isHidden(child) || isUnread(child)) continue;
    else if (isPageBreak(child)) {
      endLine();
      tellPageBreak(child, context);
    } else if (isBlock(child) || child.name === 'img' || child.name === 'svg') {
      endLine();
      tellBlock(child, { ...context, language: child.attributes['lang'] ?? context.language });
    } else line.push(child);
  }
  endLine();
}

/** The label is what the file calls it, else its words; words that are too long for one are text that a page was marked around. */
function tellPageBreak(node: MarkupNode, context: Walk): void {
  const named = node.attributes['title'] || node.attributes['aria-label'];
  const words = wordsOf(node).trim();
  const isText = words.length > PAGE_LABEL_CHARS_MAX;
  context.tell({ kind: 'PAGE_BREAK', label: named || (isText ? '' : words) });
  if (isText) walk(node, context);
}

function tellBlock(node: MarkupNode, context: Walk): void {
  const { name } = node;
  const rich = () => richText(node.children, context.language);
  if (/^h[1-6]$/.test(name)) return context.tell(withText({ kind: 'HEADING', level: Number(name[1]), ...rich() }));
  if (name === 'ul' || name === 'ol' || name === 'menu') return context.tell(toList(node, context.language));
  if (name === 'table') return context.tell(toTable(node, context.language));
  if (name === 'math') return context.tell({ kind: 'MATH', text: mathmlToLatex(node) });
  if (name === 'pre') return context.tell(toPreformatted(node));
  if (name === 'img' || name === 'svg') return context.tell(toFigure(node, null));
  if (name === 'figure' && (findFirst(node, 'img') ?? findFirst(node, 'svg')) && !findFirst(node, 'table')) {
    const caption = captionIn(findFirst(node, 'figcaption'), context.language);
    return context.tell(toFigure(findFirst(node, 'img') ?? findFirst(node, 'svg') ?? node, caption));
  }
  if (/footnote|endnote|rearnote/.test(`${node.attributes['type'] ?? ''} ${node.attributes['role'] ?? ''}`)) {
    const { text, spans } = rich();
    const label = /^[([]?(\d{1,4}|[*†‡])[).\]]?\s/.exec(text);
    const from = label?.[0].length ?? 0;
    const moved = spans.flatMap((span) =>
      span.start >= from ? [{ ...span, start: span.start - from, end: span.end - from }] : [],
    );
    return context.tell(withText({ kind: 'NOTE', label: label?.[1] ?? '', text: text.slice(from), spans: moved }));
  }
  if (name !== 'hr') walk(node, context);
}

const withText = <Content extends BlockContent & RichText>(content: Content): Content | undefined =>
  content.text === '' ? undefined : content;

function toParagraph(line: readonly (MarkupNode | string)[], language: string): BlockContent | undefined {
  const { text, spans } = richText(line, language);
  const [only] = spans;
  if (only?.math && only.start === 0 && only.end === text.length) return { kind: 'MATH', text };
  return text === '' ? undefined : { kind: 'PARAGRAPH', text, spans };
}

function toPreformatted(node: MarkupNode): BlockContent | undefined {
  const text = wordsOf(node).replace(/^\n/, '').trimEnd();
  return text === '' ? undefined : { kind: 'PARAGRAPH', text, spans: [] };
}

/** A picture without words for it is ornament when its author said so (`alt=""`), else somebody must be told that it is there. */
function toFigure(node: MarkupNode, caption: string | null): BlockContent | undefined {
  const named =
    node.attributes['alt'] ??
    node.attributes['aria-label'] ??
    (node.name === 'svg' ? wordsOf(findFirst(node, 'title') ?? '') : undefined);
  const isOrnament = named?.trim() === '' && caption === null;
  return isOrnament ? undefined : { kind: 'FIGURE', text: named?.trim() ?? '', spans: [], caption };
}

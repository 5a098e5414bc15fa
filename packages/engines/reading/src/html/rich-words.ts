import type { Emphasis, RichText, TextSpan } from '../block.ts';
import { isElement } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { mathmlToLatex } from '../math/mathml-to-latex.ts';
import { createTextBuilder } from '../rich-text.ts';
import type { TextBuilder } from '../rich-text.ts';
import type { Shift } from '../shifted.ts';

const SHIFTS: Readonly<Record<string, Shift>> = { sup: 'UP', sub: 'DOWN' };
const EMPHASES: Readonly<Record<string, Emphasis>> = {
  ...{ em: 'EMPHASIS', i: 'ITALIC', cite: 'ITALIC', dfn: 'ITALIC', strong: 'BOLD', b: 'BOLD', mark: 'EMPHASIS' },
  ...{ u: 'UNDERLINE', ins: 'UNDERLINE', s: 'STRIKE', del: 'STRIKE', strike: 'STRIKE' },
};
/** Elements that a line of text does not go on through. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const UNREAD: ReadonlySet<string> = new Set([
  'head',
  'input',
  'select',
  'textarea',
  'button',
  'audio',
  'video',
  'canvas',
  'map',
  'rp',
  'rt',
]);

/** Controls, media and the small print above Chinese characters. */
export const isUnread = ({ name }: MarkupNode): boolean => UNREAD.has(name);

/** What its author hides from everyone or from those who listen. */
export const isHidden = ({ attributes }: MarkupNode): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test(attributes['style'] ?? '');

/** The words of some nodes with the passages in them. */
export function richText(nodes: readonly (MarkupNode | string)[], language: string): RichText {
  const builder = createTextBuilder();
  for (const node of nodes) addNode(builder, node, language);
  return builder.build();
}

/** The words of a caption in one line, what is hidden left out; null without any. */
export const captionIn = (node: MarkupNode | undefined, language: string): string | null =>
  richText(node?.children ?? [], language).text.replaceAll(/\s+/g, ' ') || null;

function addNode(builder: TextBuilder, node: MarkupNode | string, language: string): void {
  if (!isElement(node)) return builder.add(node);
  if (isHidden(node) || isUnread(node)) return;
  if (node.name === 'br') return builder.lineBreak();
  if (node.name === 'img') return builder.add(node.attributes['alt'] ?? '');
  if (node.name === 'math') {
    const close = builder.open({ math: true });
    builder.add(mathmlToLatex(node));
    return close();
  }
  const isBlock = BLOCKS.has(node.name);
  if (isBlock) builder.endLine();
  const passage = passageOf(node, language);
  const shift = SHIFTS[node.name];
  const closing = [passage && builder.open(passage), shift && builder.shift(shift)];
  for (const child of node.children) addNode(builder, child, node.attributes['lang'] ?? language);
  for (const close of closing.reverse()) close?.();
  if (isBlock) builder.endLine();
}

function passageOf({ name, attributes }: MarkupNode, language: string): Omit<TextSpan, 'start' | 'end'> | undefined {
  const emphasis = EMPHASES[name];
  const link = name === 'a' ? attributes['href'] : undefined;
  const lang = attributes['lang'];
  const isMath = name === 'span' && attributes['class'] === 'math';
  const passage = {
    ...(emphasis ? { emphasis } : {}),
    ...(link && /^(https?:|mailto:)/i.test(link) ? { link } : {}),
    ...(lang && lang !== language ? { language: lang } : {}),
    ...(isMath ? { math: true } : {}),
  };
  return Object.keys(passage).length > 0 ? passage : undefined;
}

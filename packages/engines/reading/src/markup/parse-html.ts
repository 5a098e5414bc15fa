import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { ReadingError } from '../reading-error.ts';
import { DEPTH_MAX, NODES_MAX } from './node.ts';
import type { MarkupNode } from './node.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What is never read: it is not shown, or it is a program. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'link',
  'meta',
]);

/** Reads HTML as browsers do, and runs or fetches nothing of it. @throws ReadingError TOO_LARGE. */
export function parseHtml(html: string): MarkupNode {
  let count = 0;
  const convert = (node: Node, depth: number): (MarkupNode | string)[] => {
    count += 1;
    if (count > NODES_MAX) throw new ReadingError('TOO_LARGE', `The page has more than ${NODES_MAX} elements.`);
    if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value];
    if (!('childNodes' in node) || SILENT.has(node.nodeName) || depth > DEPTH_MAX) return [];
    const children = node.childNodes.flatMap((child) => convert(child, depth + 1));
    if (!('attrs' in node)) return children;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [{ name: node.tagName, attributes, children }];
  };
  return { name: '#document', attributes: {}, children: convert(parse(html), 0) };
}

import type { BlockContent, ListItem } from '../block.ts';
import { elementsOf, isElement } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { isHidden, richText } from './rich-words.ts';

const isList = (node: MarkupNode | string): node is MarkupNode => isElement(node) && /^(ul|ol|menu)$/.test(node.name);

/** The items of a list and of the lists in them, each with its depth. */
export function toList(list: MarkupNode, language: string): BlockContent | undefined {
  const items: ListItem[] = [];
  addItems(list, { items, depth: 0, language });
  return items.length === 0 ? undefined : { kind: 'LIST', isOrdered: list.name === 'ol', items };
}

interface Listing {
  readonly items: ListItem[];
  readonly depth: number;
  readonly language: string;
}

function addItems(list: MarkupNode, { items, depth, language }: Listing): void {
  let number = Number.parseInt(list.attributes['start'] ?? '1', 10) || 1;
  for (const child of elementsOf(list)) {
    if (isHidden(child)) continue;
    if (isList(child)) addItems(child, { items, depth: depth + 1, language });
    if (child.name !== 'li') continue;
    const marker = list.name === 'ol' ? `${number}.` : '•';
    const { text, spans } = richText(
      child.children.filter((node) => !isList(node)),
      language,
    );
    if (text !== '') items.push({ depth, marker, text, spans });
    number += 1;
    for (const nested of child.children.filter(isList)) addItems(nested, { items, depth: depth + 1, language });
  }
}

import type { BlockContent, ListItem } from '../block.ts';

/** Puts the blocks of a document together; items that follow each other are one list. */
export interface BlockGatherer {
  add(blocks: readonly BlockContent[]): void;
  /** An item without words is none. */
  addItem(item: ListItem, isOrdered: boolean): void;
  /** What is no item stands here, though it may say nothing. */
  endList(): void;
  build(): BlockContent[];
}

export function createBlockGatherer(): BlockGatherer {
  const contents: BlockContent[] = [];
  let items: ListItem[] = [];
  let isListOrdered = false;
  const endList = () => {
    if (items.length > 0) contents.push({ kind: 'LIST', isOrdered: isListOrdered, items });
    items = [];
  };
  return {
    add: (blocks) => {
      if (blocks.length === 0) return;
      endList();
      contents.push(...blocks);
    },
    addItem: (item, isOrdered) => {
      if (items.length === 0) isListOrdered = isOrdered;
      if (item.text !== '') items.push(item);
    },
    endList,
    build: () => {
      endList();
      return contents;
    },
  };
}

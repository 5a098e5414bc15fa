import type { NumberFormat } from './number-formats.ts';

/** One depth of a list: how it writes its numbers, and how the mark of an item is made of them and of those above. */
export interface ListLevel {
  readonly format: NumberFormat;
  readonly start: number;
  /** @param numberAt The number of the depth as that depth writes it, of the item or of the last one above it. */
  readonly mark: (numberAt: (depth: number) => string) => string;
}

export interface ItemCounter {
  /** The mark of the next item. */
  next(list: CountedList, depth: number): string;
}

export interface CountedList {
  /** What is counted by one id goes on where it was. */
  readonly id: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
}

/** Counts the items of lists as word processors do: an item begins all depths below it anew. */
export function createItemCounter(): ItemCounter {
  const counts = new Map<string, (number | undefined)[]>();
  return {
    next: ({ id, levels }, depth) => {
      const level = levels.get(depth);
      if (!level) return '';
      const count = counts.get(id) ?? [];
      count[depth] = (count[depth] ?? level.start - 1) + 1;
      count.length = depth + 1;
      counts.set(id, count);
      return level.mark((at) => {
        const { format, start } = levels.get(at) ?? level;
        return format(count[at] ?? start);
      });
    },
  };
}

import type { TableBlock } from '../blocks.ts';
import type { CellGroup } from '../contract.ts';

type Groups = readonly CellGroup[];

/** A place where a row and a column meet. */
export interface Slot {
  /** What is written there; nothing where a cell from the left or from above reaches over it. */
  readonly groups: Groups;
  /** What the cell says that reaches over the place, be it this one or another. */
  readonly over: Groups;
  /** The row of that cell, and which of its row's cells it is. */
  readonly path: readonly [row: number, cell: number];
  /** A cell from the left reaches over it: there is nothing to say of it that was not said. */
  readonly isBeside: boolean;
}

/** No table of a document is wider; a file may say that one is. */
const COLUMN_SPAN_MAX = 100;

/** A table in rows and columns, where every column keeps its place below and beside cells that reach over several. */
export function toGrid({ rows }: Pick<TableBlock, 'rows'>, groups: readonly (readonly Groups[])[]): Slot[][] {
  const fromAbove: ({ readonly slot: Slot; readonly until: number } | undefined)[] = [];
  return rows.map((cells, row) => {
    const slots: Slot[] = [];
    const takeFromAbove = () => {
      for (let above = fromAbove[slots.length]; above && above.until > row; above = fromAbove[slots.length])
        slots.push({ ...above.slot, groups: [] });
    };
    cells.forEach(({ columnSpan = 1, rowSpan = 1 }, cell) => {
      takeFromAbove();
      const own = groups[row]?.[cell] ?? [];
      const width = Math.min(COLUMN_SPAN_MAX, Math.max(1, columnSpan));
      for (let at = 0; at < width; at += 1) {
        const slot: Slot = { groups: at === 0 ? own : [], over: own, path: [row, cell], isBeside: at > 0 };
        fromAbove[slots.length] = { slot, until: row + rowSpan };
        slots.push(slot);
      }
    });
    takeFromAbove();
    return slots;
  });
}

import type { TableCell } from '../block.ts';
import { joinRows } from './join-rows.ts';
import { latticesIn } from './lattice.ts';
import type { Lattice, LatticeCell } from './lattice.ts';
import { sureness } from './rows.ts';
import type { Row, Segment } from './rows.ts';
import type { FoundTable, TablePlace } from './wrapped-tables.ts';

/** A drawing or a chart has no more words in its fields. */
const FILLED_CELLS_MIN = 3;
/** A cell that goes further down names its rows. */
const HEAD_ROWS_MAX = 3;
/** Where lines beside each other stand in more of the rows of a cell that reaches over columns, lines between those columns are missing. */
const DOUBTFUL_ROWS_MAX = 1 / 3;

/**
 * The tables of a page whose cells are ruled all around, also those that reach over several columns or rows, by the line of the page with which
 * each begins. Where something of a line stands beside the ruled lines, there is none.
 */
export function gridTables(rows: readonly Row[], place: TablePlace): ReadonlyMap<number, FoundTable> {
  const found = new Map<number, FoundTable>();
  const taken = new Set<number>();
  for (const lattice of latticesIn(place.rules)) {
    const own = rows.flatMap((row, at) => (isBeside(row, lattice) ? [at] : []));
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || last - first !== own.length - 1) continue;
    const table = own.some((at) => taken.has(at)) ? undefined : tableIn(rows.slice(first, last + 1), lattice, place);
    if (!table) continue;
    found.set(first, table);
    for (const at of own) taken.add(at);
  }
  return found;
}

/** Between the upper and the lower edge, whatever else may be at its sides. */
const isBeside = (row: Row, { ys }: Lattice): boolean => heightOf(row) < ys[0]! && heightOf(row) > ys.at(-1)!;

/** The middle of what stands on a line. */
const heightOf = ({ y, size }: Pick<Row, 'y' | 'size'>): number => y + size / 3;

interface Line {
  readonly cell: LatticeCell;
  readonly segment: Segment;
  /** The columns without regard to what reaches over them. */
  readonly column: number;
}

function tableIn(rows: readonly Row[], lattice: Lattice, { style }: TablePlace): FoundTable | undefined {
  const cellAt = cellsByField(lattice);
  const placed = rows.map(({ segments }) => segments.map((segment) => lineIn(lattice, segment, cellAt)));
  const lines = placed.flat();
  if (lines.some((line) => line === undefined)) return undefined;
  const byCell = Map.groupBy(lines as Line[], ({ cell }) => cell);
  if (byCell.size < FILLED_CELLS_MIN || isDoubtful(placed as Line[][])) return undefined;
  const headRows = headRowsOf(lattice);
  const toCell = (cell: LatticeCell): TableCell => ({
    isHeader: cell.row < headRows,
    ...{ columnSpan: cell.columnSpan, rowSpan: cell.rowSpan },
    ...joinRows(linesOf(byCell.get(cell) ?? []), style),
  });
  const shown = lattice.ys.slice(1).map((_, row) => lattice.cells.filter((cell) => cell.row === row).map(toCell));
  const sure = sureness(rows.flatMap(({ segments }) => segments));
  return { table: { kind: 'TABLE', caption: null, rows: shown, ...sure }, length: rows.length };
}

/** The cell of each field, row by row. */
function cellsByField({ cells, ys }: Lattice): LatticeCell[][] {
  const fields: LatticeCell[][] = ys.map(() => []);
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) fields[row]![column] = cell;
  return fields;
}

function lineIn({ xs, ys }: Lattice, segment: Segment, cellAt: readonly LatticeCell[][]): Line | undefined {
  const middle = (segment.x + segment.right) / 2;
  const column = xs.findLastIndex((x) => x <= middle);
  const row = ys.findLastIndex((y) => y >= heightOf(segment));
  const cell = cellAt[row]?.[column];
  return cell && { cell, segment, column };
}

/** What one cell says, line by line. */
function linesOf(lines: readonly Line[]): Pick<Row, 'segments'>[] {
  const byLine = Map.groupBy(lines, ({ segment }) => segment.y);
  return [...byLine.values()].map((own) => ({ segments: own.map(({ segment }) => segment) }));
}

function isDoubtful(placed: readonly (readonly Line[])[]): boolean {
  const doubtful = placed.filter((lines) =>
    lines.some(
      ({ cell, column }, at) =>
        lines[at - 1] !== undefined && lines[at - 1]!.cell === cell && lines[at - 1]!.column !== column,
    ),
  );
  return doubtful.length > placed.length * DOUBTFUL_ROWS_MAX;
}

/** Headings below one that reaches over several columns are headings too, as deep as those beside it go. */
function headRowsOf({ cells }: Lattice): number {
  const first = cells.filter(({ row }) => row === 0);
  const deepest = Math.max(...first.map(({ rowSpan }) => rowSpan));
  const isGrouped = first.some(({ columnSpan, rowSpan }) => columnSpan > 1 && rowSpan < deepest);
  return isGrouped && deepest <= HEAD_ROWS_MAX ? deepest : 1;
}

import type { TableBlock } from '../blocks.ts';
import type { CellGroup } from '../contract.ts';
import type { LinePiece, PageLine, PageSetup } from '../pages.ts';
import { type ChunkOptions, fill } from './chunk-options.ts';
import { fillLines } from './fill-lines.ts';
import { onOneLine } from './measured-text.ts';
import type { Chunk } from './paginate.ts';
import { type Slot, toGrid } from './table-grid.ts';

const BLANK = '⠀';
const GAP = 2;
/** A cell that print leaves empty (BANA Formats 11: two guide dots would read as an ellipsis in Korean; a hyphen does not). */
const EMPTY = '⠤⠤';

type Grid = readonly (readonly Slot[])[];

const PLAIN = { blankBefore: 0, blankAfter: 0, keepNext: false, whole: false, printPage: null, heading: null } as const;

/** COLUMNS when every row fits on a line, as no cell of several lines does, LISTED when there are headings to repeat before what stands below them, STAIRS otherwise. */
export type TableLayout = 'COLUMNS' | 'LISTED' | 'STAIRS';

/** A table in the first of three layouts that fits. */
export async function* layoutTable(block: TableBlock, options: ChunkOptions): AsyncGenerator<Chunk> {
  if (block.caption) {
    const groups = await options.groupsOf(block.caption, block.language);
    const lines = fill(groups, { first: 6, runOver: 4 }, { block: block.id, path: [] }, options.setup);
    if (lines.length > 0) yield { ...PLAIN, lines, blankBefore: 1, keepNext: true, whole: true };
  }
  const cells: (readonly (readonly CellGroup[])[])[] = [];
  for (const row of block.rows) {
    const groups: (readonly CellGroup[])[] = [];
    for (const cell of row) groups.push(await options.groupsOf(cell, block.language));
    cells.push(groups);
  }
  const grid = toGrid(block, cells);
  const widths = columnWidths(grid);
  const layout = chooseLayout(block, grid, { widths, setup: options.setup });
  if (layout === 'COLUMNS') yield* columns(block, grid, widths);
  else if (layout === 'LISTED') yield* listed(block, grid, options);
  else yield* stairs(block, grid, options);
}

/** The layout that was asked for, where the table can take it; else what fits on a line this long. */
function chooseLayout(
  { headingRows, rows }: TableBlock,
  grid: Grid,
  { widths, setup: { cellsPerLine, tables } }: { readonly widths: readonly number[]; readonly setup: PageSetup },
): TableLayout {
  const hasBody = headingRows < rows.length;
  if (tables === 'STAIRS' || tables === 'LISTED') return hasBody ? tables : 'STAIRS';
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
  if (total <= cellsPerLine && !hasCellOfLines(grid)) return 'COLUMNS';
  return headingRows > 0 && hasBody && widths.length > 1 ? 'LISTED' : 'STAIRS';
}

const hasCellOfLines = (grid: Grid): boolean =>
  grid.some((row) => row.some(({ groups }) => groups.some(({ cells }) => cells === '\n')));

const widthOf = (groups: readonly CellGroup[]): number => groups.reduce((sum, group) => sum + group.cells.length, 0);

/** Columns as wide as their own cells, and together as wide as those that reach over several. */
function columnWidths(grid: Grid): number[] {
  const widths: number[] = [];
  const reaches: Reach[] = [];
  for (const row of grid) {
    row.forEach(({ groups }, column) => {
      const span = reachOf(row, column);
      if (span > 1) reaches.push({ column, span, width: widthOf(groups) });
      widths[column] = Math.max(widths[column] ?? EMPTY.length, span > 1 ? 0 : widthOf(groups));
    });
  }
  for (const reach of reaches.sort((one, other) => one.span - other.span)) widen(widths, reach);
  return widths;
}

/** A cell that reaches over several columns. */
interface Reach {
  readonly column: number;
  readonly span: number;
  readonly width: number;
}

function reachOf(row: readonly Slot[], column: number): number {
  let span = 1;
  while (!row[column]?.isBeside && row[column + span]?.isBeside) span += 1;
  return span;
}

/** What a cell needs beyond its columns is shared among them, the first of them taking what is left over. */
function widen(widths: number[], { column, span, width }: Reach): void {
  const own = widths.slice(column, column + span);
  const lacking = width - own.reduce((sum, one) => sum + one, 0) - GAP * (span - 1);
  if (lacking <= 0) return;
  for (const [at, one] of own.entries())
    widths[column + at] = one + Math.floor(lacking / span) + (at < lacking % span ? 1 : 0);
}

function* columns(block: TableBlock, grid: Grid, widths: readonly number[]): Generator<Chunk> {
  const lines: PageLine[] = [];
  grid.forEach((row, place) => {
    lines.push(rowLine(block.id, row, widths));
    if (place === block.headingRows - 1) lines.push(ruleLine(widths));
  });
  if (lines.length > 0) yield { ...PLAIN, lines, blankBefore: 1, blankAfter: 1, whole: lines.length <= 12 };
}

/** The separation line under the headings: a run of ⠒ for each column (BANA Formats 11.12). */
const ruleLine = (widths: readonly number[]): PageLine => ({
  cells: widths.map((width) => `⠐${'⠒'.repeat(Math.max(1, width - 1))}`).join(BLANK.repeat(GAP)),
  pieces: [],
});

function rowLine(block: string, row: readonly Slot[], widths: readonly number[]): PageLine {
  let cells = '';
  const pieces: LinePiece[] = [];
  let start = 0;
  widths.forEach((width, column) => {
    cells = cells.padEnd(start, BLANK);
    const { groups = [], path = [], isBeside = false } = row[column] ?? {};
    const [line] = fillLines(groups, { width: 100_000, first: 0, runOver: 0, lineBreaks: 'WORD' }, { block, path });
    for (const piece of line?.pieces ?? []) pieces.push({ ...piece, at: piece.at + start });
    cells += line?.cells ?? (isBeside ? '' : EMPTY);
    start += width + GAP;
  });
  return { cells, pieces };
}

/** Each row as a short list: heading, colon, value. Headings above the last row of them are said once, before. */
function* listed(block: TableBlock, grid: Grid, { setup }: ChunkOptions): Generator<Chunk> {
  const headings = grid.slice(0, block.headingRows);
  for (const [place, row] of headings.slice(0, -1).entries()) {
    const lines = stairLines(block.id, row, setup);
    yield { ...PLAIN, lines, blankBefore: place === 0 ? 1 : 0, keepNext: true, whole: true };
  }
  const body = grid.slice(block.headingRows);
  for (const [index, row] of body.entries()) {
    const lines = row.flatMap(({ groups, path, isBeside }, column) => {
      if (isBeside) return [];
      const shape = column === 0 ? { first: 0, runOver: 4 } : { first: 2, runOver: 4 };
      return fill([...label(headings, column), ...written(groups)], shape, { block: block.id, path }, setup);
    });
    yield { ...PLAIN, lines, ...edges(index, body.length), whole: lines.length <= 8 };
  }
}

/** The heading nearest above a column, with a colon. */
function label(headings: Grid, column: number): CellGroup[] {
  const nearest = headings.findLast((row) => (row[column]?.over.length ?? 0) > 0)?.[column];
  return nearest ? [...quiet(onOneLine(nearest.over)), mark('⠐⠂', true), mark(BLANK, false)] : [];
}

const written = (groups: readonly CellGroup[]): readonly CellGroup[] =>
  groups.length > 0 ? groups : [mark(EMPTY, false)];

/** Each cell of a row on a line of its own, two cells further in than the one before. */
function* stairs(block: TableBlock, grid: Grid, { setup }: ChunkOptions): Generator<Chunk> {
  for (const [place, row] of grid.entries()) {
    const lines = stairLines(block.id, row, setup);
    yield { ...PLAIN, lines, ...edges(place, grid.length), whole: lines.length <= 8 };
  }
}

const stairLines = (block: string, row: readonly Slot[], setup: PageSetup): PageLine[] =>
  row.flatMap(({ groups, path, isBeside }, column) => {
    if (isBeside) return [];
    const indent = Math.min(column * 2, Math.floor(setup.cellsPerLine / 2));
    return fill(written(groups), { first: indent, runOver: indent + 2 }, { block, path }, setup);
  });

const edges = (place: number, count: number) => ({
  blankBefore: place === 0 ? 1 : 0,
  blankAfter: place === count - 1 ? 1 : 0,
});

const mark = (cells: string, glued: boolean): CellGroup => ({
  cells,
  start: 0,
  end: 0,
  rule: 'TABLE',
  glued,
  atLineEnd: null,
  undecided: null,
});

/** A heading said again before each value is not the place that the proof view should go to. */
const quiet = (groups: readonly CellGroup[]): CellGroup[] => groups.map((group) => ({ ...group, start: 0, end: 0 }));

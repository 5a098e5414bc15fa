import type { TableBlock } from '../blocks.ts';
import type { CellGroup } from '../contract.ts';
import type { LinePiece, PageLine } from '../pages.ts';
import { type ChunkOptions, fill } from './chunk-options.ts';
import { fillLines } from './fill-lines.ts';
import type { Chunk } from './paginate.ts';

const BLANK = '⠀';
const GAP = 2;
/** A cell that print leaves empty (BANA Formats 11: two guide dots would read as an ellipsis in Korean; a hyphen does not). */
const EMPTY = '⠤⠤';

type Cells = readonly (readonly (readonly CellGroup[])[])[];

const PLAIN = { blankBefore: 0, blankAfter: 0, keepNext: false, whole: false, printPage: null, heading: null } as const;

/** COLUMNS when every row fits on a line, LISTED when there are headings to repeat, STAIRS otherwise. */
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
  const widths = columnWidths(cells);
  const { tables, cellsPerLine } = options.setup;
  const fitting = chooseLayout(widths, block.headingRows, cellsPerLine);
  const layout = tables === 'FIT' || tables === 'COLUMNS' ? fitting : tables;
  if (layout === 'COLUMNS') yield* columns(block, cells, widths);
  else if (layout === 'LISTED') yield* listed(block, cells, options);
  else yield* stairs(block, cells, options);
}

/** Which layout a table with these column widths takes on a line this long. */
function chooseLayout(widths: readonly number[], headingRows: number, cellsPerLine: number): TableLayout {
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
  if (total <= cellsPerLine) return 'COLUMNS';
  return headingRows > 0 && widths.length > 1 ? 'LISTED' : 'STAIRS';
}

const widthOf = (groups: readonly CellGroup[]): number => groups.reduce((sum, group) => sum + group.cells.length, 0);

function columnWidths(cells: Cells): number[] {
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach((groups, column) => {
      widths[column] = Math.max(widths[column] ?? EMPTY.length, widthOf(groups));
    });
  }
  return widths;
}

function* columns(block: TableBlock, cells: Cells, widths: readonly number[]): Generator<Chunk> {
  const lines: PageLine[] = [];
  cells.forEach((row, place) => {
    lines.push(rowLine(block, row, place, widths));
    if (place === block.headingRows - 1) lines.push(ruleLine(widths));
  });
  if (lines.length > 0) yield { ...PLAIN, lines, blankBefore: 1, blankAfter: 1, whole: lines.length <= 12 };
}

/** The separation line under the headings: a run of ⠒ for each column (BANA Formats 11.12). */
const ruleLine = (widths: readonly number[]): PageLine => ({
  cells: widths.map((width) => `⠐${'⠒'.repeat(Math.max(1, width - 1))}`).join(BLANK.repeat(GAP)),
  pieces: [],
});

function rowLine(block: TableBlock, row: Cells[number], place: number, widths: readonly number[]): PageLine {
  let cells = '';
  const pieces: LinePiece[] = [];
  let start = 0;
  widths.forEach((width, column) => {
    cells = cells.padEnd(start, BLANK);
    const groups = row[column] ?? [];
    const [line] = fillLines(
      groups,
      { width: 100_000, first: 0, runOver: 0, lineBreaks: 'WORD' },
      { block: block.id, path: [place, column] },
    );
    for (const piece of line?.pieces ?? []) pieces.push({ ...piece, at: piece.at + start });
    cells += line?.cells ?? EMPTY;
    start += width + GAP;
  });
  return { cells, pieces };
}

/** Each row as a short list: heading, colon, value. */
function* listed(block: TableBlock, cells: Cells, { setup }: ChunkOptions): Generator<Chunk> {
  const headings = cells[block.headingRows - 1] ?? [];
  const body = cells.slice(block.headingRows);
  for (const [index, row] of body.entries()) {
    const place = index + block.headingRows;
    const lines = row.flatMap((groups, column) => {
      const label = column === 0 ? [] : [...quiet(headings[column] ?? []), mark('⠐⠂', true), mark(BLANK, false)];
      const value = groups.length > 0 ? groups : [mark(EMPTY, false)];
      const shape = column === 0 ? { first: 0, runOver: 4 } : { first: 2, runOver: 4 };
      return fill([...label, ...value], shape, { block: block.id, path: [place, column] }, setup);
    });
    yield { ...PLAIN, lines, ...edges(index, body.length), whole: lines.length <= 8 };
  }
}

/** Each cell of a row on a line of its own, two cells further in than the one before. */
function* stairs(block: TableBlock, cells: Cells, { setup }: ChunkOptions): Generator<Chunk> {
  for (const [place, row] of cells.entries()) {
    const lines = row.flatMap((groups, column) => {
      const value = groups.length > 0 ? groups : [mark(EMPTY, false)];
      const indent = Math.min(column * 2, Math.floor(setup.cellsPerLine / 2));
      return fill(value, { first: indent, runOver: indent + 2 }, { block: block.id, path: [place, column] }, setup);
    });
    yield { ...PLAIN, lines, ...edges(place, cells.length), whole: lines.length <= 8 };
  }
}

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

import type { TableCell } from '../block.ts';
import { regionOf } from './columns.ts';
import { gridTables } from './grid-tables.ts';
import { sureness } from './rows.ts';
import type { Row } from './rows.ts';
import { wrappedTableFrom } from './wrapped-tables.ts';
import type { Found, FoundTable, TablePlace } from './wrapped-tables.ts';

const TABLE_ROWS_MIN = 3;
/** Cells of one column begin this close to each other, as a share of the font's size. */
const ALIGN_SHARE = 1.2;
/** Two columns of prose fill their widths; two columns of a table do not. */
const FILL_SHARE_MAX = 0.65;

/** Stretches of rows, each a table or not, in order. */
export type Stretch = { readonly rows: readonly Row[]; readonly table?: Found };

/** The tables of a page: those that are ruled all around, and between them what stands in columns. What is not surely one is left as text. */
export function findTables(rows: readonly Row[], place: TablePlace): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const [at, { table, length }] of [...gridTables(rows, place)].sort(([one], [other]) => one - other)) {
    stretches.push(...alignedTables(rows.slice(from, at), place), { table, rows: rows.slice(at, at + length) });
    from = at + length;
  }
  return [...stretches, ...alignedTables(rows.slice(from), place)];
}

/** Finds the runs of rows whose segments begin at the same places. */
function alignedTables(rows: readonly Row[], place: TablePlace): Stretch[] {
  const stretches: Stretch[] = [];
  let plain: Row[] = [];
  for (let at = 0; at < rows.length;) {
    const found = wrappedTableFrom(rows, at, place) ?? tableFrom(rows, at);
    if (found) {
      if (plain.length > 0) stretches.push({ rows: plain });
      plain = [];
      stretches.push({ table: found.table, rows: rows.slice(at, at + found.length) });
      at += found.length;
    } else {
      plain.push(rows[at]!);
      at += 1;
    }
  }
  if (plain.length > 0) stretches.push({ rows: plain });
  return stretches;
}

function tableFrom(rows: readonly Row[], at: number): FoundTable | undefined {
  const run = runFrom(rows, at);
  const table = run.length >= TABLE_ROWS_MIN ? toTable(run) : undefined;
  return table && { table, length: run.length };
}

/** Rows from here on that have several segments each, as many as the first give or take an empty cell. */
function runFrom(rows: readonly Row[], at: number): Row[] {
  const run: Row[] = [];
  for (const row of rows.slice(at)) {
    if (row.segments.length < 2) break;
    run.push(row);
  }
  return run;
}

function toTable(rows: readonly Row[]): Found | undefined {
  const columns = columnStarts(rows);
  if (columns.length < 2) return undefined;
  const cells = rows.map((row) => toCells(row, columns));
  if (cells.includes(undefined)) return undefined;
  if (fillShare(rows, columns) > FILL_SHARE_MAX) return undefined;
  const sure = sureness(rows.flatMap(({ segments }) => segments));
  const shown = cells.map((row, at) => row!.map((text) => toCell(text, at === 0)));
  return { kind: 'TABLE', caption: null, rows: shown, ...sure };
}

const toCell = (text: string, isHeader: boolean): TableCell => ({
  isHeader,
  columnSpan: 1,
  rowSpan: 1,
  text,
  spans: [],
});

/** Where columns begin: places at which most rows have a segment. */
function columnStarts(rows: readonly Row[]): number[] {
  const starts = rows.flatMap((row) => row.segments.map(({ x, size }) => ({ x, size }))).sort((a, b) => a.x - b.x);
  const clusters: { x: number; count: number }[] = [];
  for (const { x, size } of starts) {
    const last = clusters.at(-1);
    if (last && x - last.x <= size * ALIGN_SHARE) last.count += 1;
    else clusters.push({ x, count: 1 });
  }
  return clusters.filter(({ count }) => count >= rows.length * 0.5).map(({ x }) => x);
}

/** The row's text by column; undefined when a segment begins at none of them. */
function toCells(row: Row, columns: readonly number[]): string[] | undefined {
  const cells = columns.map(() => '');
  for (const { x, size, text } of row.segments) {
    const column = columns.findIndex((start) => Math.abs(start - x) <= size * ALIGN_SHARE * 1.5);
    if (column < 0 || cells[column] !== '') return undefined;
    cells[column] = text;
  }
  return cells;
}

/** How full the cells are, in the middle of all. */
function fillShare(rows: readonly Row[], columns: readonly number[]): number {
  const { right } = regionOf(rows);
  const shares = rows
    .flatMap(({ segments }) =>
      segments.map(
        ({ x, right: end }) => (end - x) / Math.max(1, (columns.find((start) => start > x + 5) ?? right) - x),
      ),
    )
    .sort((a, b) => a - b);
  return shares[Math.floor(shares.length / 2)] ?? 1;
}

import type { Block, BlockContent, TableCell } from '../block.ts';
import { areNoCells, cellLinesFrom, columnOf } from './cell-lines.ts';
import type { CellLines } from './cell-lines.ts';
import { joinRows } from './join-rows.ts';
import type { Joining } from './join-rows.ts';
import { sureness } from './rows.ts';
import type { Row } from './rows.ts';
import type { Rule } from './rule.ts';

/** What was found on a page, and how sure it is. */
export type Found = BlockContent & Pick<Block, 'confidence'>;

export interface FoundTable {
  readonly table: Found;
  /** How many lines it takes. */
  readonly length: number;
}

export interface TablePlace {
  readonly rules: readonly Rule[];
  readonly style: Joining;
}

const ROWS_MIN = 3;
const RULED_ROWS_MIN = 2;
/** Without ruled lines, two columns may be terms and what explains them. */
const COLUMNS_MIN = 3;
/** Lines of one cell are no further from each other than this; those of two rows may be. */
const APART_SHARE = 1.2;
const LEADING_MAX = 1.9;
/** So much of a table's width does a line take that divides its rows. */
const LEVEL_SHARE_MIN = 0.5;
/** Most rows say something in more than one column. */
const FILLED_ROWS_MIN = 0.7;
/** How far outside of its text a table's lines may stand. */
const MARGIN_POINTS = 20;

type Group = readonly Row[];

/** A table from this line on whose cells may have several lines; what is not surely one is left as it is. */
export function wrappedTableFrom(
  rows: readonly Row[],
  at: number,
  { rules, style }: TablePlace,
): FoundTable | undefined {
  const beside = cellLinesFrom(rows, at);
  if (!beside) return undefined;
  const grid = gridOf(beside, rules);
  const found = grid ? { ...beside, lines: grid.lines } : beside;
  const groups = grid ? groupsByRules(grid) : areNoCells(found) ? undefined : groupsBySpace(found);
  if (!groups || !isTable(groups, { found, isRuled: grid !== undefined })) return undefined;
  const cells = groups.map((group, row) => toCells(group, { found, style, isHeader: row === 0 }));
  const sure = sureness(found.lines.flatMap(({ segments }) => segments));
  return { table: { kind: 'TABLE', caption: null, rows: cells, ...sure }, length: found.lines.length };
}

interface Grid {
  /** Those between ruled columns. */
  readonly lines: readonly Row[];
  /** Where level lines divide them. */
  readonly heights: readonly number[];
}

/** The lines that upright ones divide into these columns, and the level lines between them; undefined where none do. */
function gridOf({ lines, columns }: CellLines, rules: readonly Rule[]): Grid | undefined {
  const gutters = columns.slice(1).map((column, at) => ({ from: columns[at]!.right - 1, to: column.left + 1 }));
  const uprights = gutters.map(({ from, to }) =>
    rules.filter((rule) => !rule.isLevel && rule.at >= from && rule.at <= to),
  );
  const isBetween = ({ y }: Row) => uprights.some((own) => own.some((rule) => rule.from <= y && rule.to >= y));
  const end = lines.findIndex((line) => !isBetween(line));
  const own = end < 0 ? lines : lines.slice(0, end);
  if (own.length === 0 || uprights.some((found) => found.length === 0)) return undefined;
  const [left, right] = [columns[0]!.left, columns.at(-1)!.right];
  const [top, bottom] = [own[0]!.y, own.at(-1)!.y];
  const isNear = ({ from, to, at }: Rule) =>
    to > left - MARGIN_POINTS && from < right + MARGIN_POINTS && at > bottom - 1 && at < top + 1;
  const levels = rules.filter((rule) => rule.isLevel && isNear(rule));
  const isWide = (height: number) => widthAt(levels, height, { left, right }) >= (right - left) * LEVEL_SHARE_MIN;
  return { lines: own, heights: [...new Set(levels.map(({ at }) => Math.round(at)))].filter(isWide) };
}

/** Lines are drawn cell by cell: how much of the width those at one height take together. */
function widthAt(rules: readonly Rule[], height: number, { left, right }: { left: number; right: number }): number {
  let [reach, width] = [left, 0];
  const own = rules.filter(({ at }) => Math.abs(at - height) <= 1).sort((one, other) => one.from - other.from);
  for (const { from, to } of own) {
    width += Math.max(0, Math.min(to, right) - Math.max(from, reach));
    reach = Math.max(reach, to);
  }
  return width;
}

function divided(lines: readonly Row[], isCut: (above: Row, below: Row) => boolean): Group[] {
  const groups: Row[][] = [];
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    if (above && !isCut(above, line)) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return groups;
}

const groupsByRules = ({ lines, heights }: Grid): Group[] =>
  divided(lines, (above, below) => heights.some((height) => height < above.y && height > below.y));

/** Rows by the space between them; else each begins with a line that says something in the first column and in another. */
function groupsBySpace({ lines, columns }: CellLines): Group[] | undefined {
  const leading = leadingOf({ lines, columns });
  if (leading === undefined) return undefined;
  const apart = divided(lines, (above, below) => above.y - below.y > leading * APART_SHARE);
  if (apart.length >= ROWS_MIN) return apart;
  const begins = ({ segments }: Row) => segments.length > 1 && columnOf(columns, segments[0]!) === 0;
  return divided(lines, (_, below) => begins(below));
}

/** How far the lines of one cell are from each other: the least that two of one column are. */
function leadingOf({ lines, columns }: CellLines): number | undefined {
  const last = columns.map(() => Number.POSITIVE_INFINITY);
  let least = Number.POSITIVE_INFINITY;
  for (const { y, size, segments } of lines)
    for (const segment of segments) {
      const column = columnOf(columns, segment);
      const gap = last[column]! - y;
      if (gap >= size * 0.9 && gap <= size * LEADING_MAX) least = Math.min(least, gap);
      last[column] = y;
    }
  return Number.isFinite(least) ? least : undefined;
}

interface Judged {
  readonly found: CellLines;
  readonly isRuled: boolean;
}

function isTable(groups: readonly Group[], { found: { columns }, isRuled }: Judged): boolean {
  if (groups.length < (isRuled ? RULED_ROWS_MIN : ROWS_MIN)) return false;
  if (!isRuled && (columns.length < COLUMNS_MIN || groups.every(({ length }) => length === 1))) return false;
  const filled = groups.map(
    (group) => new Set(group.flatMap(({ segments }) => segments.map((one) => columnOf(columns, one)))),
  );
  const several = filled.filter(({ size }) => size > 1).length;
  return several >= groups.length * FILLED_ROWS_MIN && filled[0]!.size > 1;
}

interface Written {
  readonly found: CellLines;
  readonly style: TablePlace['style'];
  readonly isHeader: boolean;
}

/** What the lines of a row say in each column. */
function toCells(group: Group, { found: { columns }, style, isHeader }: Written): TableCell[] {
  return columns.map((_, column) => {
    const own = group.flatMap(({ segments }) => {
      const here = segments.filter((segment) => columnOf(columns, segment) === column);
      return here.length > 0 ? [{ segments: here }] : [];
    });
    return { isHeader, columnSpan: 1, rowSpan: 1, ...joinRows(own, style) };
  });
}

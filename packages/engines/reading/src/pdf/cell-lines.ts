import { MARKER } from './paragraphs.ts';
import type { Row, Segment } from './rows.ts';

/** Lines that stand in columns side by side, as those of a table whose cells have several lines. */
export interface CellLines {
  readonly lines: readonly Row[];
  /** From left to right, what of the page each column takes. */
  readonly columns: readonly Column[];
}

export interface Column {
  readonly left: number;
  readonly right: number;
}

const LINES_MIN = 3;
const LINES_MAX = 400;
/** Shares of the size of a line: further below the one before it, it belongs to something else. */
const NEAR_SHARE = 4;
/** Cells are this far from each other at least. */
const GUTTER_SHARE = 0.05;
/** Columns of prose go on side by side and fill their widths; lines of cells end early or are missing. */
const WHOLE_LINES_SHARE = 0.8;
const FULL_SHARE = 0.65;

/** The lines from here on whose pieces stand in the same columns; nothing where they are no cells. */
export function cellLinesFrom(rows: readonly Row[], at: number): CellLines | undefined {
  if ((rows[at]?.segments.length ?? 0) < 2) return undefined;
  let columns: readonly Column[] = [];
  let end = at;
  for (; end < rows.length && end - at < LINES_MAX; end += 1) {
    const row = rows[end]!;
    const before = rows[end - 1];
    if (end > at && before && before.y - row.y > row.size * NEAR_SHARE) break;
    const wider = widened(columns, row);
    if (!wider || (end > at && columns.length > 1 && wider.length > columns.length && row.segments.length < 2)) break;
    columns = wider;
  }
  const lines = withoutEnd(rows.slice(at, end), columns);
  return lines.length >= LINES_MIN && columns.length >= 2 ? { lines, columns } : undefined;
}

/** Whether lines side by side are prose or a list rather than cells, where no ruled line says what they are. */
export const areNoCells = (found: CellLines): boolean => areMarked(found) || areProse(found);

/** The columns with room for one more line; undefined when something in it reaches over two of them. */
function widened(columns: readonly Column[], { segments, size }: Row): readonly Column[] | undefined {
  let wider = [...columns];
  for (const { x, right } of segments) {
    const touched = wider.filter(
      (one) => x < one.right + size * GUTTER_SHARE && right > one.left - size * GUTTER_SHARE,
    );
    if (touched.length > 1) return undefined;
    const [own = { left: x, right }] = touched;
    const room = { left: Math.min(own.left, x), right: Math.max(own.right, right) };
    wider = [...wider.filter((one) => one !== own), room];
  }
  return wider.sort((one, other) => one.left - other.left);
}

/** A line in the first column alone, further below than lines of a cell are, is what follows a table. */
function withoutEnd(lines: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (!last || !before || last.segments.length > 1 || columnOf(columns, last.segments[0]!) > 0) return lines;
  return before.y - last.y > last.size * 1.4 ? withoutEnd(lines.slice(0, -1), columns) : lines;
}

/** The first column that a piece reaches into, else the nearest: a piece whose font says no widths lies within none. */
export function columnOf(columns: readonly Column[], { x, right }: Segment): number {
  const within = columns.findIndex((column) => x < column.right && right > column.left);
  if (within >= 0) return within;
  const gaps = columns.map((column) => Math.max(column.left - right, x - column.right));
  return gaps.indexOf(Math.min(...gaps));
}

/** Marks or numbers of a list stand in a column of their own, beside its items. */
function areMarked({ lines, columns }: CellLines): boolean {
  const first = lines.flatMap(({ segments }) => segments.filter((one) => columnOf(columns, one) === 0));
  const marks = first.filter(({ text }) => MARKER.test(`${text} `) || !/[\p{L}\p{N}]{2}/u.test(text));
  return columns.length === 2 && marks.length > first.length / 2;
}

function areProse({ lines, columns }: CellLines): boolean {
  const whole = lines.filter(({ segments }) => segments.length >= columns.length).length;
  const shares = lines.flatMap(({ segments }) =>
    segments.map((one) => {
      const { left, right } = columns[columnOf(columns, one)]!;
      return (one.right - one.x) / Math.max(1, right - left);
    }),
  );
  const full = shares.filter((share) => share > FULL_SHARE).length;
  return whole > lines.length * WHOLE_LINES_SHARE && full > shares.length * WHOLE_LINES_SHARE;
}

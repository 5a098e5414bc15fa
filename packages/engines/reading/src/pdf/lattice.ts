import type { Rule } from './rule.ts';

/** The cells that ruled lines divide a stretch of a page into. */
export interface Lattice {
  /** Where columns begin, from the left, and the right edge of the last. Points. */
  readonly xs: readonly number[];
  /** Where rows begin, from the top, and the lower edge of the last. Points from the lower edge of the page. */
  readonly ys: readonly number[];
  /** Each cell once; together they fill the lattice. */
  readonly cells: readonly LatticeCell[];
}

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Lines this close are one: those of a double line, the two sides of a thick one. */
const APART_POINTS = 3;
const COLUMNS_MAX = 60;
const ROWS_MAX = 400;

/** The lattices of a page, the largest first: those of at least two rows and two columns, all of whose cells are boxes. */
export function latticesIn(rules: readonly Rule[]): Lattice[] {
  return connected(rules)
    .flatMap((own) => latticeOf(own) ?? [])
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

const sizeOf = ({ xs, ys }: Lattice): number => (xs.at(-1)! - xs[0]!) * (ys[0]! - ys.at(-1)!);

/** Lines that cross or touch each other, level ones with upright ones. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups = new Map<Rule, Rule[]>();
  const uprights = rules.filter(({ isLevel }) => !isLevel);
  for (const level of rules.filter(({ isLevel }) => isLevel))
    for (const upright of uprights) {
      if (!isWithin(level.at, upright) || !isWithin(upright.at, level)) continue;
      const [own, other] = [groups.get(level) ?? [level], groups.get(upright) ?? [upright]];
      if (own === other) continue;
      const [more, less] = own.length < other.length ? [other, own] : [own, other];
      more.push(...less);
      for (const one of less) groups.set(one, more);
      for (const one of [level, upright]) groups.set(one, more);
    }
  return [...new Set(groups.values())];
}

const isWithin = (at: number, { from, to }: Rule): boolean => at >= from - APART_POINTS && at <= to + APART_POINTS;

/** A side without a line is where the lines across it end. */
function latticeOf(rules: readonly Rule[]): Lattice | undefined {
  const levels = rules.filter(({ isLevel }) => isLevel);
  const uprights = rules.filter(({ isLevel }) => !isLevel);
  const xs = apart([...uprights.map(({ at }) => at), ...endsOf(levels)]);
  const ys = apart([...levels.map(({ at }) => at), ...endsOf(uprights)]).toReversed();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 2 || columns > COLUMNS_MAX || rows > ROWS_MAX) return undefined;
  const [upright, level] = [linesAt(xs, uprights), linesAt(ys, levels)];
  const isRuled = (own: readonly Rule[], middle: number) => own.some(({ from, to }) => from <= middle && to >= middle);
  const isOpenBeside = (row: number, column: number) =>
    column < columns - 1 && !isRuled(upright[column + 1]!, (ys[row]! + ys[row + 1]!) / 2);
  const isOpenBelow = (row: number, column: number) =>
    row < rows - 1 && !isRuled(level[row + 1]!, (xs[column]! + xs[column + 1]!) / 2);
  const cells = boxesOf({ rows, columns, isOpenBeside, isOpenBelow });
  return cells && withoutEmpty({ xs, ys, cells });
}

/** The lines at each of these places: a page may have very many, and each field of it asks. */
const linesAt = (places: readonly number[], rules: readonly Rule[]): Rule[][] =>
  places.map((place) => rules.filter(({ at }) => Math.abs(at - place) <= APART_POINTS));

const endsOf = (rules: readonly Rule[]): number[] => [
  Math.min(...rules.map(({ from }) => from)),
  Math.max(...rules.map(({ to }) => to)),
];

/** Places in order, those close to each other as one. */
function apart(places: readonly number[]): number[] {
  const found: number[][] = [];
  for (const place of places.toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && place - last[0]! <= APART_POINTS) last.push(place);
    else found.push([place]);
  }
  return found.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
}

/** Without the rows and columns in which no cell begins, as a line that ends in the margin makes them. */
function withoutEmpty({ xs, ys, cells }: Lattice): Lattice | undefined {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((one, other) => one - other);
  const columns = [...new Set(cells.map(({ column }) => column))].sort((one, other) => one - other);
  if (rows.length < 2 || columns.length < 2) return undefined;
  const among = (places: readonly number[], from: number, span: number) =>
    places.filter((place) => place >= from && place < from + span).length;
  return {
    xs: [...columns.map((column) => xs[column]!), xs.at(-1)!],
    ys: [...rows.map((row) => ys[row]!), ys.at(-1)!],
    cells: cells.map(({ row, column, rowSpan, columnSpan }) => ({
      ...{ row: rows.indexOf(row), column: columns.indexOf(column) },
      ...{ rowSpan: among(rows, row, rowSpan), columnSpan: among(columns, column, columnSpan) },
    })),
  };
}

interface Field {
  readonly rows: number;
  readonly columns: number;
  /** No line divides a field from the one to its right. */
  isOpenBeside(row: number, column: number): boolean;
  /** No line divides a field from the one below it. */
  isOpenBelow(row: number, column: number): boolean;
}

/** The fields that no line divides, as cells; undefined where they are no boxes, as where a line ends within one. */
function boxesOf({ rows, columns, isOpenBeside, isOpenBelow }: Field): LatticeCell[] | undefined {
  const taken = new Set<number>();
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let [right, below] = [column, row];
      while (isOpenBeside(row, right)) right += 1;
      while (isOpenBelow(below, column)) below += 1;
      for (let y = row; y <= below; y += 1)
        for (let x = column; x <= right; x += 1) {
          const isWhole = (x === right || isOpenBeside(y, x)) && (y === below || isOpenBelow(y, x));
          const isClosed = (x < right || !isOpenBeside(y, x)) && (y < below || !isOpenBelow(y, x));
          if (!isWhole || !isClosed || taken.has(y * columns + x)) return undefined;
          taken.add(y * columns + x);
        }
      cells.push({ row, column, rowSpan: below - row + 1, columnSpan: right - column + 1 });
    }
  return cells;
}

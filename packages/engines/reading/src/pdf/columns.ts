import type { Row, Segment } from './rows.ts';

/** Rows that are read one after the other, as wide as their column. */
export interface Region {
  readonly left: number;
  readonly right: number;
  readonly rows: readonly Row[];
}

const GUTTER_POINTS_MIN = 9;
const STEP_POINTS = 3;
/** Lines that go across all columns are few: titles, captions. */
const CROSSING_SHARE_MAX = 0.25;
const COLUMN_ROWS_MIN = 3;
const BELOW_GAP_SHARE = 1.9;
const DEPTH_MAX = 4;
/** A gutter lies between columns, not at the ragged end of a line. */
const EDGE_SHARE = 0.15;

export function regionOf(rows: readonly Row[]): Region {
  const segments = rows.flatMap((row) => row.segments);
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map((segment) => segment.right));
  return { left, right, rows };
}

/**
 * The regions of a page in reading order: a gutter that few lines cross divides columns; what crosses it stands on its own,
 * before what is below it.
 */
export function toRegions(rows: readonly Row[], depth = 0): Region[] {
  if (rows.length === 0) return [];
  const whole = regionOf(rows);
  const gutter = depth < DEPTH_MAX ? findGutter(whole) : undefined;
  if (gutter === undefined) return [whole];
  const regions: Region[] = [];
  for (const { isCrossing, rows: run } of toRuns(rows, gutter)) {
    const [left, right] = [sideOf(run, gutter, 'left'), sideOf(run, gutter, 'right')];
    if (isCrossing || left.length === 0 || right.length === 0) regions.push(regionOf(run));
    else {
      const [beside, below] = divideBelow(left, right);
      regions.push(...toRegions(beside, depth + 1), ...toRegions(right, depth + 1), ...toRegions(below, depth + 1));
    }
  }
  return regions;
}

/** What follows on the left after a gap, below the end of the right column, is read after both. */
function divideBelow(left: readonly Row[], right: readonly Row[]): [beside: readonly Row[], below: readonly Row[]] {
  const end = right.at(-1)!.y;
  const at = left.findIndex((row, index) => {
    const before = left[index - 1];
    return row.y < end - row.size * 0.5 && before !== undefined && before.y - row.y > row.size * BELOW_GAP_SHARE;
  });
  return at < 0 ? [left, []] : [left.slice(0, at), left.slice(at)];
}

const crosses = ({ x, right }: Segment, gutter: number) => x < gutter && right > gutter;

/** Neighbouring rows that all cross the gutter, or none does. */
function toRuns(rows: readonly Row[], gutter: number): { isCrossing: boolean; rows: Row[] }[] {
  const runs: { isCrossing: boolean; rows: Row[] }[] = [];
  for (const row of rows) {
    const isCrossing = row.segments.some((segment) => crosses(segment, gutter));
    const run = runs.at(-1);
    if (run?.isCrossing === isCrossing) run.rows.push(row);
    else runs.push({ isCrossing, rows: [row] });
  }
  return runs;
}

function sideOf(rows: readonly Row[], gutter: number, side: 'left' | 'right'): Row[] {
  return rows.flatMap((row) => {
    const segments = row.segments.filter(({ x }) => (side === 'left') === x < gutter);
    return segments.length > 0 ? [{ ...row, segments }] : [];
  });
}

/** The middle of the widest stretch that nearly no line covers, with lines enough on both sides that fill their column. */
function findGutter({ left, right, rows }: Region): number | undefined {
  if (rows.length < COLUMN_ROWS_MIN) return undefined;
  const edge = (right - left) * EDGE_SHARE;
  let best: { from: number; to: number } | undefined;
  let open: { from: number; to: number } | undefined;
  for (let x = left + edge; x <= right - edge; x += STEP_POINTS) {
    const covered = rows.filter((row) => row.segments.some((segment) => crosses(segment, x))).length;
    if (covered > rows.length * CROSSING_SHARE_MAX) open = undefined;
    else open = open ? { ...open, to: x } : { from: x, to: x };
    if (open && (!best || open.to - open.from > best.to - best.from)) best = open;
  }
  if (!best || best.to - best.from < GUTTER_POINTS_MIN) return undefined;
  const gutter = (best.from + best.to) / 2;
  return areColumns(rows, gutter) ? gutter : undefined;
}

/** Columns of prose are full; cells of a table are not. */
function areColumns(rows: readonly Row[], gutter: number): boolean {
  return (['left', 'right'] as const).every((side) => {
    const own = sideOf(
      rows.filter((row) => !row.segments.some((segment) => crosses(segment, gutter))),
      gutter,
      side,
    );
    if (own.length < COLUMN_ROWS_MIN) return false;
    const region = regionOf(own);
    const full = own.filter(
      ({ segments }) => segments.length === 1 && segments[0]!.right > region.left + (region.right - region.left) * 0.7,
    );
    return full.length >= own.length * 0.5;
  });
}

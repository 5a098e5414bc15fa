import type { Figure } from './figures.ts';
import type { Row } from './rows.ts';
import type { Rect } from './upright.ts';
import type { Found } from './wrapped-tables.ts';

/** What was found on a page, and where it stands. */
export interface Placed {
  readonly content: Found;
  readonly place: Rect;
}

/** The box around some lines. */
export function placeOfRows(rows: readonly Row[]): Rect {
  const segments = rows.flatMap((row) => row.segments);
  return [
    Math.min(...segments.map(({ x }) => x)),
    Math.min(...segments.map(({ y }) => y)),
    Math.max(...segments.map(({ right }) => right)),
    Math.max(...segments.map(({ y, size }) => y + size)),
  ];
}

/**
 * The contents of a page in reading order with its figures among them: each with what stands above or below it in its column, the one that
 * is more nearly as wide. Figures of which nobody knows where they are come first.
 */
export function withFigures(contents: readonly Placed[], figures: readonly Figure[]): Found[] {
  const before = new Map<number, Found[]>();
  for (const { text, place } of figures.toSorted(downwards)) {
    const at = place ? placeAmong(contents, place) : 0;
    before.set(at, [...(before.get(at) ?? []), { kind: 'FIGURE', text, spans: [], caption: null }]);
  }
  const shown = contents.flatMap(({ content }, at) => [...(before.get(at) ?? []), content]);
  return [...shown, ...(before.get(contents.length) ?? [])];
}

/** Before which of the contents a figure is read. */
function placeAmong(contents: readonly Placed[], figure: Rect): number {
  const indices = contents.map((_, at) => at);
  const beside = indices.filter((at) => overlap(contents[at]!.place, figure) > 0);
  const own = beside.length > 0 ? beside : indices;
  const above = own.findLast((at) => isAbove(contents[at]!.place, figure));
  const below = own.find((at) => at > (above ?? -1) && !isAbove(contents[at]!.place, figure));
  if (above === undefined) return below ?? contents.length;
  if (below === undefined) return above + 1;
  return likeness(contents[below]!.place, figure) > likeness(contents[above]!.place, figure) ? below : above + 1;
}

/** It begins above the figure's middle. */
const isAbove = (place: Rect, figure: Rect): boolean => place[3] > (figure[1] + figure[3]) / 2;

const overlap = (one: Rect, other: Rect): number => Math.min(one[2], other[2]) - Math.max(one[0], other[0]);

/** How nearly two things begin and end in the same column, 0 to 1. */
const likeness = (one: Rect, other: Rect): number =>
  Math.max(0, overlap(one, other)) / Math.max(1, Math.max(one[2], other[2]) - Math.min(one[0], other[0]));

/** Those without a place first, as they come; then from the top, left before right. */
const downwards = ({ place: one }: Figure, { place: other }: Figure): number =>
  one && other ? other[3] - one[3] || one[0] - other[0] : Number(one !== null) - Number(other !== null);

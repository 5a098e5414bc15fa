/**
 * Browsers end at some 16 to 33 million pixels; a million pictures are 60. So the scroll bar runs over a shorter runway: small
 * steps move the wall pixel by pixel, a pulled scroll bar moves it in proportion.
 */
export const RUNWAY_MAX = 4_000_000;

/** So far from its ends the bar stays while the wall goes on. */
const ROOM = 2_000;

export interface WallSize {
  /** Height of all that could be seen. */
  readonly total: number;
  /** Height of the window. */
  readonly view: number;
}

export interface Scrolled {
  /** First visible pixel of the whole wall. */
  readonly offset: number;
  /** What the scroll bar should say; differs from what it says when it has to be put right. */
  readonly scrollTop: number;
}

export const runwayOf = ({ total }: Pick<WallSize, 'total'>) => Math.min(total, RUNWAY_MAX);

const farthest = ({ total, view }: WallSize) => Math.max(0, total - view);
const clamp = (value: number, max: number) => Math.min(Math.max(0, value), max);

/** Where the scroll bar stands for an offset. */
export function scrollTopOf(offset: number, size: WallSize): number {
  const end = farthest(size);
  if (size.total <= RUNWAY_MAX) return clamp(offset, end);
  const track = runwayOf(size) - size.view;
  const inProportion = Math.round((clamp(offset, end) / end) * track);
  if (offset <= 0) return 0;
  if (offset >= end) return track;
  // Only the ends of the wall stand at the ends of the bar: before them there is always room for one more step.
  const room = Math.min(ROOM, track / 4);
  return Math.min(Math.max(inProportion, room), track - room);
}

/** The wall after the scroll bar moved from `before` to `scrollTop`. */
export function follow(before: Scrolled, { scrollTop, ...size }: WallSize & { readonly scrollTop: number }): Scrolled {
  const end = farthest(size);
  if (size.total <= RUNWAY_MAX) return { offset: clamp(scrollTop, end), scrollTop };
  const track = runwayOf(size) - size.view;
  const step = scrollTop - before.scrollTop;
  const isPulled = Math.abs(step) > 3 * size.view;
  const offset = isPulled ? (scrollTop / track) * end : clamp(before.offset + step, end);
  const atEdge = scrollTop <= 0 || scrollTop >= track || offset <= 0 || offset >= end;
  return { offset, scrollTop: atEdge ? scrollTopOf(offset, size) : scrollTop };
}

import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { dateOf, dayOf } from '../../../lib/days/day.ts';
import type { Timeline } from './chunks.ts';
import { narrow } from './wall-filter.ts';
import type { GallerySearch } from './wall-filter.ts';

/** The day a wall is counted to, in its order; null where it is not shown by days. */
export function countedTo(pages: readonly Timeline[], sort: ImageSort): string | null {
  const days = pages.findLast((page) => page.days.length > 0)?.days;
  return (sort === 'LARGEST' ? null : sort === 'OLDEST' ? days?.[0] : days?.at(-1)) ?? null;
}

/**
 * The wall from the day on that it is counted to: that day once more, as days are counted by UTC and filtered by the viewer's own, or
 * the next one where it begins with that day already. Null where what is asked for ends there.
 */
export function goOnFrom(search: GallerySearch, day: string): GallerySearch | null {
  const { from, to, sort } = search;
  const isOldest = sort === 'OLDEST';
  const began = isOldest ? from : to;
  const isAhead = began === undefined || (isOldest ? day > began : day < began);
  const next = isAhead ? day : dayOf(dateOf(began, { later: isOldest ? 1 : -1 }));
  const days: Pick<GallerySearch, 'from' | 'to'> = isOldest
    ? { from: next, ...(to === undefined ? {} : { to }) }
    : { ...(from === undefined ? {} : { from }), to: next };
  return days.from !== undefined && days.to !== undefined && days.from > days.to ? null : narrow(search, 'date', days);
}

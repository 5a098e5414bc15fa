import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import { readTimeline } from '../../operations/read-timeline.ts';
import type { TimelineListing } from '../../operations/read-timeline.ts';
import { toGraphError } from '../refusal-error.ts';

export async function imageTimeline(_: unknown, wanted: TimelineListing, { viewer, deps }: GalleryContext) {
  const timeline = await readTimeline(wanted, { viewer, deps });
  if (isRefusal(timeline)) throw toGraphError(timeline, viewer);
  const { days, endCursor } = timeline;
  return {
    totalCount: days.reduce((sum, { count }) => sum + count, 0),
    days: days.map(({ day }) => day),
    counts: days.map(({ count }) => count),
    exact: endCursor === null,
    endCursor,
  };
}

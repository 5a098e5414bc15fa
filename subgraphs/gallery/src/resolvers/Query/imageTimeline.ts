import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import { readTimeline } from '../../operations/read-timeline.ts';
import type { TimelineListing } from '../../operations/read-timeline.ts';
import { toGraphError } from '../refusal-error.ts';

export async function imageTimeline(_: unknown, wanted: TimelineListing, { viewer, deps }: GalleryContext) {
  const timeline = await readTimeline(wanted, { viewer, deps });
  if (isRefusal(timeline)) throw toGraphError(timeline, viewer);
  const { days, endCursor, countSince } = timeline;
  const months = countRuns(days.map(({ month }) => month));
  return {
    totalCount: days.reduce((sum, { count }) => sum + count, 0),
    days: days.map(({ day }) => day),
    counts: days.map(({ count }) => count),
    months: months.map(({ value }) => value),
    monthDays: months.map(({ length }) => length),
    exact: endCursor === null,
    endCursor,
    since: async ({ moments }: { readonly moments: readonly Date[] }) => {
      const counts = await countSince(moments);
      if (isRefusal(counts)) throw toGraphError(counts, viewer);
      return counts;
    },
  };
}

/** Values that follow each other, each with how often it does. */
function countRuns(values: readonly string[]): readonly { readonly value: string; readonly length: number }[] {
  const runs: { value: string; length: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.length += 1;
    else runs.push({ value, length: 1 });
  }
  return runs;
}

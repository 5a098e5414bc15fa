import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import type { ImageFilterArguments } from '../../domain/image-filter.ts';
import { readTimeline } from '../../operations/read-timeline.ts';
import { toGraphError } from '../refusal-error.ts';

export async function imageTimeline(_: unknown, wanted: ImageFilterArguments, { viewer, deps }: GalleryContext) {
  const days = await readTimeline(wanted, { viewer, deps });
  if (isRefusal(days)) throw toGraphError(days, viewer);
  return {
    totalCount: days.reduce((sum, { count }) => sum + count, 0),
    days: days.map(({ day }) => day),
    counts: days.map(({ count }) => count),
  };
}

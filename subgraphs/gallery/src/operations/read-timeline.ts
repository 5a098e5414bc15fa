import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseImageFilter } from '../domain/image-filter.ts';
import type { ImageFilterArguments } from '../domain/image-filter.ts';
import type { DayCount } from '../store/count-store.ts';
import type { GalleryDeps } from './deps.ts';

/**
 * How many of the viewer's pictures each day holds, newest day first.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function readTimeline(
  wanted: ImageFilterArguments,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'counts'> },
): Promise<readonly DayCount[] | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const filter = parseImageFilter(wanted);
  if (isRefusal(filter)) return filter;
  const days = await deps.counts.days({ ownerId, filter });
  return days.length > 0 || !filter.search ? days : deps.counts.days({ ownerId, filter, near: true });
}

import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseImageFilter } from '../domain/image-filter.ts';
import type { ImageFilterArguments } from '../domain/image-filter.ts';
import type { FacetCount, FacetKind } from '../store/count-store.ts';
import { COUNT_MAX } from './count-matches.ts';
import type { GalleryDeps } from './deps.ts';

export interface ImageFacets {
  readonly counts: Readonly<Record<FacetKind, readonly FacetCount[]>>;
  /** False: there are more matches than were counted, the numbers are of some of them. */
  readonly exact: boolean;
}

/**
 * By what the viewer's pictures can be narrowed further, and how many each step would leave.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listFacets(
  wanted: ImageFilterArguments,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'counts'> },
): Promise<ImageFacets | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const filter = parseImageFilter(wanted);
  if (isRefusal(filter)) return filter;
  const exactly = { ownerId, filter, near: false };
  let found = await deps.counts.facets(exactly, COUNT_MAX);
  const isFruitless = found.matches === 0 && filter.search !== undefined;
  if (isFruitless) found = await deps.counts.facets({ ...exactly, near: true }, COUNT_MAX);
  const of = (kind: FacetKind) => found.counts.filter((facet) => facet.kind === kind);
  const counts = { model: of('model'), shape: of('shape'), tag: of('tag'), starred: of('starred') };
  return { counts, exact: found.matches < COUNT_MAX };
}

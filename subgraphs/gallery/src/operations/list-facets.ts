import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseImageFilter } from '../domain/image-filter.ts';
import type { ImageFilterArguments } from '../domain/image-filter.ts';
import type { FacetCount, FacetKind } from '../store/count-store.ts';
import { COUNT_MAX, countMatches } from './count-matches.ts';
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
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'counts' | 'list'> },
): Promise<ImageFacets | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const filter = parseImageFilter(wanted);
  if (isRefusal(filter)) return filter;
  const exactly = { ownerId, filter, near: false };
  let found = await deps.counts.facets(exactly, COUNT_MAX);
  const near = found.length === 0 && filter.search !== undefined;
  if (near) found = await deps.counts.facets({ ...exactly, near }, COUNT_MAX);
  const of = (kind: FacetKind) => found.filter((facet) => facet.kind === kind);
  const counts = { model: of('model'), shape: of('shape'), tag: of('tag'), starred: of('starred') };
  const isKept = Object.keys(filter).length === 1 && !filter.trashed;
  return { counts, exact: isKept || (await countMatches({ ownerId, filter, near }, deps)) < COUNT_MAX };
}

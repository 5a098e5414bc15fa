import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { isWhole, parseImageFilter } from '../domain/image-filter.ts';
import type { ImageFilterArguments } from '../domain/image-filter.ts';
import type { FacetCount, FacetKind } from '../store/count-store.ts';
import { COUNT_MAX } from './count-matches.ts';
import type { GalleryDeps } from './deps.ts';

export interface ImageFacets {
  readonly counts: Readonly<Record<Exclude<FacetKind, 'board'>, readonly FacetCount[]>>;
  /** By their ids, the fullest first; of the whole wall they are counted when they are asked for. */
  countBoards(): Promise<readonly Pick<FacetCount, 'value' | 'count'>[]>;
  /** False: there are more matches than were counted, the numbers are of some of them. */
  readonly exact: boolean;
}

/**
 * By what the viewer's pictures can be narrowed further, and how many each step would leave.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listFacets(
  wanted: ImageFilterArguments,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'counts' | 'boards'> },
): Promise<ImageFacets | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const filter = parseImageFilter(wanted);
  if (isRefusal(filter)) return filter;
  const exactly = { ownerId, filter, near: false };
  let found = await deps.counts.facets(exactly, COUNT_MAX);
  const isFruitless = found.matches === 0 && filter.search !== undefined;
  if (isFruitless) found = await deps.counts.facets({ ...exactly, near: true }, COUNT_MAX);
  const of = (kind: FacetKind) => found.counts.filter((facet) => facet.kind === kind);
  const counts = { model: of('model'), shape: of('shape'), tag: of('tag'), size: of('size'), starred: of('starred') };
  const countBoards = () => (isWhole(filter) ? countOnBoards(ownerId, deps) : Promise.resolve(of('board')));
  return { counts, countBoards, exact: found.matches < COUNT_MAX };
}

/** All that is on each board, as the boards tell it themselves. */
async function countOnBoards(ownerId: string, { boards }: Pick<GalleryDeps, 'boards'>) {
  const counts = await boards.counts((await boards.list(ownerId)).map(({ id }) => id));
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
}

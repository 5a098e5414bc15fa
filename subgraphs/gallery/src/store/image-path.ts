import type { ImageFilter } from '../domain/image-filter.ts';
import type { ImageSort } from '../domain/image-order.ts';

type Narrowed = Omit<ImageFilter, 'trashed' | 'search'>;

export interface FilterParts {
  /** What an index in the order of the list holds: its rows are those of the list. */
  readonly indexed: ImageFilter;
  /** What has to be looked at in each of them. */
  readonly looked: Narrowed;
}

/** Divides a filter by the index that its list is read from. */
export function splitFilter({ search: _, trashed, ...narrowed }: ImageFilter, sort: ImageSort): FilterParts {
  const known: readonly string[] = indexedBy({ trashed, ...narrowed }, sort);
  const pick = (isKnown: boolean) =>
    Object.fromEntries(Object.entries(narrowed).filter(([name]) => known.includes(name) === isKnown)) as Narrowed;
  return { indexed: { trashed, ...pick(true) }, looked: pick(false) };
}

/** By what the indexes are: see the migrations. Those in the order of sizes know no days, and the others no sizes. */
function indexedBy(filter: ImageFilter, sort: ImageSort): readonly (keyof Narrowed)[] {
  return sort === 'LARGEST'
    ? [...besidesSizes(filter), 'pixelsMin', 'pixelsMax']
    : [...besidesDays(filter), 'createdFrom', 'createdTo'];
}

function besidesDays({ trashed, starred, modelId }: ImageFilter): readonly (keyof Narrowed)[] {
  if (trashed) return [];
  if (starred) return ['starred', 'modelId'];
  return modelId === undefined ? ['shape'] : ['modelId'];
}

/** Shapes before all else: pictures of one shape are often of one size, far behind. */
function besidesSizes({ trashed, starred, shape }: ImageFilter): readonly (keyof Narrowed)[] {
  if (trashed) return [];
  if (shape !== undefined) return ['shape'];
  return starred ? ['starred'] : ['modelId'];
}

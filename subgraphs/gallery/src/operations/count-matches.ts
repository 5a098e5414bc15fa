import type { ImageFilter } from '../domain/image-filter.ts';
import type { GalleryDeps } from './deps.ts';

/** Matches are counted up to here; a longer list is long whatever its number. */
export const COUNT_MAX = 10_000;

interface Counted {
  readonly ownerId: string;
  readonly filter: ImageFilter;
  readonly near: boolean;
}

/** How many pictures a list holds: exact where the kept counts tell, else up to `COUNT_MAX`. */
export async function countMatches(counted: Counted, deps: Pick<GalleryDeps, 'list' | 'counts'>): Promise<number> {
  return (await deps.counts.total(counted)) ?? (await deps.list.count(counted, COUNT_MAX));
}

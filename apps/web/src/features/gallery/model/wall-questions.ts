import type { ImageSort, ThumbnailSize } from '../../../lib/graph/generated/graphql.ts';
import { ownTimeZone } from '../../../lib/days/own-time-zone.ts';
import { CHUNK_PICTURES } from './chunks.ts';
import type { WallFilter } from './wall-filter.ts';

/** What is shown on a wall, in its order. */
export interface WallContent {
  readonly filter: WallFilter;
  readonly sort: ImageSort;
}

/** A piece of a wall. */
export interface Stretch {
  readonly first: number;
  /** Null: from the beginning. */
  readonly beginAt: { readonly day: string | null; readonly skip: number } | null;
  /** What a page before told; then `beginAt` is without effect. */
  readonly after?: string;
}

/** The first pictures of a wall, before it is known how many there are. */
export const BEGINNING: Stretch = { beginAt: null, first: CHUNK_PICTURES };

/** The variables of the question for a wall's outline. */
export const outlineVariables = ({ filter, sort }: WallContent, after: string | null) => ({
  ...filter,
  oldestFirst: sort === 'OLDEST',
  after,
  timeZone: ownTimeZone(),
});

/** The variables of the question for the pictures of a stretch. */
export const tileVariables = ({ filter, sort }: WallContent, stretch: Stretch, size: ThumbnailSize) => ({
  ...filter,
  sort,
  ...stretch,
  size,
});

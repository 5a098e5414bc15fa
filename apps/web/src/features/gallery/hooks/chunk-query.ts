import { queryOptions } from '@tanstack/react-query';
import { WallChunkDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ImageSort, TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import type { Chunk } from '../model/chunks.ts';
import type { WallFilter } from '../model/wall-filter.ts';

/** What is shown on a wall, in its order. */
export interface WallContent {
  readonly filter: WallFilter;
  readonly sort: ImageSort;
}

/** The pictures of one chunk. They are forgotten a minute after they have left the window: a million would fill the memory. */
export function chunkQuery({ filter, sort }: WallContent, { key, monthCount, day, skip, count }: Chunk) {
  return queryOptions({
    queryKey: ['images', 'wall', filter, sort, key, monthCount],
    queryFn: async ({ signal }): Promise<readonly TilePartsFragment[]> => {
      const beginAt = { day: day === '' ? null : day, skip };
      const { images } = await request(WallChunkDocument, { ...filter, sort, first: count, beginAt }, { signal });
      return images.edges.map(({ node }) => node);
    },
    // Links to pictures live for 300 s.
    staleTime: 200_000,
    gcTime: 60_000,
  });
}

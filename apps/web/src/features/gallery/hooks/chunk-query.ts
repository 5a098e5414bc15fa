import { queryOptions } from '@tanstack/react-query';
import { WallChunkDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ThumbnailSize, TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import type { Chunk } from '../model/chunks.ts';
import { BEGINNING, tileVariables } from '../model/wall-questions.ts';
import type { Stretch, WallContent } from '../model/wall-questions.ts';

/** From here on a screen shows more of a tile than 256 pixels hold; `public/boot.js` knows it too. */
const FINE_SCREEN = 1.3;

/** Small pictures where they suffice: what a browser keeps decoded is a quarter of it. */
const tileSize = (): ThumbnailSize => (devicePixelRatio > FINE_SCREEN ? 'MEDIUM' : 'SMALL');

/** The pictures of one chunk. They are forgotten a minute after they have left the window: a million would fill the memory. */
export function chunkQuery({ filter, sort }: WallContent, { key, daysCount, day, skip, count, begun }: Chunk) {
  return queryOptions({
    queryKey: ['images', 'wall', filter, sort, key, day, skip, count, daysCount],
    queryFn: ({ signal }) => {
      const beginAt = { day: day === '' ? null : day, skip };
      return fetchTiles({ filter, sort }, { first: count, beginAt, signal });
    },
    initialData: () => (begun?.pictures.length === count ? begun.pictures : undefined),
    initialDataUpdatedAt: () => begun?.at,
    // Some of them are drawn until all of them are here.
    placeholderData: () => begun?.pictures,
    // Links to pictures live for 300 s.
    staleTime: 200_000,
    gcTime: 60_000,
  });
}

/** The first pictures of a wall, whose outline is asked for beside them. Where they don't come, each chunk asks for its own. */
export function beginningQuery({ filter, sort }: WallContent) {
  return queryOptions({
    queryKey: ['images', 'wall', filter, sort, 'beginning'],
    queryFn: ({ signal }) => fetchTiles({ filter, sort }, { ...BEGINNING, signal }),
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  });
}

/** Fetches the pictures of a stretch of a wall. */
export async function fetchTiles(
  content: WallContent,
  { signal, ...stretch }: Stretch & { readonly signal?: AbortSignal },
): Promise<readonly TilePartsFragment[]> {
  const variables = tileVariables(content, stretch, tileSize());
  const { images } = await request(WallChunkDocument, variables, signal === undefined ? {} : { signal });
  return images.edges.map(({ node }) => node);
}

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
    // Few may be among the first pictures that are looked through: the outline is told sooner than where the others are.
    queryFn: async ({ signal }) => {
      const { pictures, goesOnAfter } = await fetchPage({ filter, sort }, { ...BEGINNING, signal });
      return pictures.length < BEGINNING.first && goesOnAfter !== null ? null : pictures;
    },
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  });
}

type Wanted = Stretch & { readonly after?: string; readonly signal?: AbortSignal };

/** Fetches the pictures of a stretch of a wall. What lies far between others comes in several pages, each of them short. */
export async function fetchTiles(content: WallContent, wanted: Wanted): Promise<readonly TilePartsFragment[]> {
  const tiles: TilePartsFragment[] = [];
  for (let left = wanted; ;) {
    const { pictures, goesOnAfter } = await fetchPage(content, left);
    tiles.push(...pictures);
    if (tiles.length >= wanted.first || goesOnAfter === null) return tiles;
    left = { ...wanted, first: wanted.first - tiles.length, after: goesOnAfter };
  }
}

async function fetchPage(content: WallContent, { signal, ...stretch }: Wanted) {
  const variables = tileVariables(content, stretch, tileSize());
  const { images } = await request(WallChunkDocument, variables, signal === undefined ? {} : { signal });
  const { hasNextPage, endCursor } = images.pageInfo;
  return { pictures: images.edges.map(({ node }) => node), goesOnAfter: hasNextPage ? (endCursor ?? null) : null };
}

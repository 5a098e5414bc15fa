import type { QueryClient } from '@tanstack/react-query';
import { CHUNK_PICTURES, cutTimeline } from '../model/chunks.ts';
import { BEGINNING } from '../model/wall-questions.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { chunkQuery, fetchTiles } from './chunk-query.ts';
import { timelineQuery } from './timeline-query.ts';

export interface WallToBegin extends WallContent {
  readonly inPages: boolean;
}

/**
 * Asks for a wall's outline and its first pictures at the same time, before anything is drawn: else the pictures are asked for only
 * when the outline has come and the wall stands. What does not come is asked for again by the wall itself.
 */
export async function beginWall(client: QueryClient, { inPages, ...content }: WallToBegin): Promise<void> {
  const outline = timelineQuery(content);
  if (client.getQueryState(outline.queryKey) !== undefined) return;
  const pictures = fetchTiles(content, BEGINNING);
  pictures.catch(() => undefined);
  await client.prefetchInfiniteQuery(outline);
  const pages = client.getQueryData(outline.queryKey)?.pages;
  if (pages === undefined) return;
  const isExact = pages.at(-1)?.endCursor === null;
  const known = cutTimeline(pages, { sort: content.sort, inPages, isExact }).filter(
    ({ start, count }) => start + count <= CHUNK_PICTURES,
  );
  for (const chunk of known) {
    const { start, count } = chunk;
    const queryFn = async () => (await pictures).slice(start, start + count);
    void client.prefetchQuery({ ...chunkQuery(content, chunk), queryFn });
  }
}

import type { QueryClient } from '@tanstack/react-query';
import type { WallContent } from '../model/wall-questions.ts';
import { beginningQuery } from './chunk-query.ts';
import { timelineQuery } from './timeline-query.ts';

/**
 * Asks for a wall's outline and its first pictures at the same time, before anything is drawn. What does not come is asked for again
 * by the wall itself.
 */
export async function beginWall(client: QueryClient, content: WallContent): Promise<void> {
  const outline = timelineQuery(content);
  if (client.getQueryState(outline.queryKey) !== undefined) return;
  await Promise.all([client.prefetchQuery(beginningQuery(content)), client.prefetchInfiniteQuery(outline)]);
}

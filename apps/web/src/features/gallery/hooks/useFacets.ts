import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { WallFacetsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { filterOf, widen } from '../model/wall-filter.ts';
import type { GallerySearch } from '../model/wall-filter.ts';

/**
 * By what the wall can be narrowed, with how many pictures each step would leave. What is chosen of a kind does not count among its
 * own: the other models stay in sight, with what they would show instead. Asked once for what is the same.
 */
export function useFacets(search: GallerySearch) {
  const whole = useFacetsOf(search);
  const starred = useFacetsOf(widen(search, 'starred'));
  const models = useFacetsOf(widen(search, 'modelId'));
  const shapes = useFacetsOf(widen(search, 'shape'));
  const tags = useFacetsOf(widen(search, 'tag'));
  const sizes = useFacetsOf(widen(search, 'size'));
  const boards = useFacetsOf(widen(search, 'boardId'));
  return {
    /** By id, where boards were counted; those that are not told have none of it. */
    boards: boards.data?.boards && new Map(boards.data.boards.map(({ board, count }) => [board.id, count])),
    starredCount: starred.data?.starredCount ?? 0,
    models: models.data?.models ?? [],
    shapes: shapes.data?.shapes ?? [],
    tags: tags.data?.tags ?? [],
    sizes: sizes.data?.sizes ?? [],
    /** False when only the first ten thousand of what fits were counted. */
    exact: [whole, starred, models, shapes, tags, sizes, boards].every(({ data }) => data?.exact ?? true),
    isPending: whole.isPending,
    error: whole.error,
    refetch: whole.refetch,
  };
}

function useFacetsOf(search: GallerySearch) {
  const filter = filterOf(search);
  // Of the whole wall each board tells by itself how many are on it.
  const variables = { ...filter, boards: Object.keys(filter).length > 0 };
  return useQuery({
    queryKey: ['images', 'facets', filter],
    queryFn: async ({ signal }) => (await request(WallFacetsDocument, variables, { signal })).imageFacets,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

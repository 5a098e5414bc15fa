import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';

/**
 * Tells whether all of some pictures have their star, as far as the pages in memory know: one that has left them counts as
 * without. Read when it is called, so that a key pressed now acts on what is on the wall now.
 */
export function useAreStarred(): (ids: Iterable<string>) => boolean {
  const cache = useQueryClient().getQueryCache();
  return useCallback(
    (ids) => {
      const pages = cache.findAll({ queryKey: ['images', 'wall'] });
      pages.sort((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt);
      const starred = new Map<string, boolean>();
      for (const { state } of pages)
        for (const picture of (state.data ?? []) as readonly TilePartsFragment[])
          starred.set(picture.id, picture.starred);
      return Array.from(ids).every((id) => starred.get(id) === true);
    },
    [cache],
  );
}

/** Whether all of these have their star, as it changes. */
export function useAllStarred(ids: ReadonlySet<string>): boolean {
  const cache = useQueryClient().getQueryCache();
  const areStarred = useAreStarred();
  return useSyncExternalStore(
    useCallback((onChange) => cache.subscribe(onChange), [cache]),
    () => ids.size > 0 && areStarred(ids),
  );
}

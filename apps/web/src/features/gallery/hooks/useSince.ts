import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { momentOf } from '../../../lib/days/day.ts';
import { WallSinceDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { filterOf, widen } from '../model/wall-filter.ts';
import type { GallerySearch } from '../model/wall-filter.ts';

/** How many pictures each of some days, as the first one, would leave of what the wall is narrowed by besides; asked for all days at once. */
export function useSince(search: GallerySearch, days: readonly string[]) {
  const filter = filterOf(widen(search, 'date'));
  const moments = days.map(momentOf);
  const { data } = useQuery({
    queryKey: ['images', 'since', filter, moments],
    queryFn: async ({ signal }) =>
      (await request(WallSinceDocument, { ...filter, moments }, { signal })).imageTimeline.since,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return data ?? [];
}

import { useQuery } from '@tanstack/react-query';
import { lastDays } from '../../../lib/days/day-span.ts';
import { CreditOverviewDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** Four weeks, today the last day. */
export const DAYS_SHOWN = 28;

/** What was used on each of the last days, and the grants that are left. */
export function useCreditOverview() {
  return useQuery({
    queryKey: ['credits', 'overview'],
    queryFn: async ({ signal }) => {
      const span = lastDays(DAYS_SHOWN, new Date());
      const { me } = await request(CreditOverviewDocument, { ...span.asked }, { signal });
      return me && { ...me, span };
    },
    staleTime: 30_000,
  });
}

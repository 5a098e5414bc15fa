import { useQuery } from '@tanstack/react-query';
import { CreditOverviewDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

const DAY_MS = 86_400_000;
/** Four weeks and today. */
export const DAYS_SHOWN = 28;

/** What was used on each of the last days, and the grants that are left. */
export function useCreditOverview() {
  return useQuery({
    queryKey: ['credits', 'overview'],
    queryFn: async ({ signal }) => {
      const to = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS);
      const from = new Date(to.getTime() - DAYS_SHOWN * DAY_MS);
      return (await request(CreditOverviewDocument, { from: from.toISOString(), to: to.toISOString() }, { signal })).me;
    },
    staleTime: 30_000,
  });
}

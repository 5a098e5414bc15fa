import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { JobsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { mergeJobs } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';

export const JOBS_KEY = ['jobs'] as const;

/**
 * The viewer's latest jobs, and all that wait or run. The list in the cache is the one truth: queries and live events are merged into
 * it.
 */
export function jobsQuery(client: QueryClient) {
  return queryOptions({
    queryKey: JOBS_KEY,
    queryFn: async ({ signal }): Promise<readonly Job[]> => {
      const held = () => client.getQueryData<readonly Job[]>(JOBS_KEY) ?? [];
      const before = held();
      // The latest, what waits and what runs: jobs run oldest first, so those may be far down.
      const pages = Object.values(await request(JobsDocument, {}, { signal }));
      const answered = pages.flatMap((page) => page.edges.map((edge) => edge.node));
      return mergeJobs(held(), answered, before);
    },
    staleTime: 30_000,
    // Without a network, events were missed; the socket may not even have noticed yet.
    refetchOnReconnect: 'always',
  });
}

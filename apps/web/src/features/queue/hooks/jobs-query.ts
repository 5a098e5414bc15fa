import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { JobsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { mergeJobs } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';

export const JOBS_KEY = ['jobs'] as const;

/** The viewer's latest jobs. The list in the cache is the one truth: queries and live events are merged into it. */
export function jobsQuery(client: QueryClient) {
  return queryOptions({
    queryKey: JOBS_KEY,
    queryFn: async ({ signal }): Promise<readonly Job[]> => {
      const { jobs } = await request(JobsDocument, {}, { signal });
      return mergeJobs(
        client.getQueryData<readonly Job[]>(JOBS_KEY) ?? [],
        jobs.edges.map((edge) => edge.node),
      );
    },
    staleTime: 30_000,
    // Without a network, events were missed; the socket may not even have noticed yet.
    refetchOnReconnect: 'always',
  });
}

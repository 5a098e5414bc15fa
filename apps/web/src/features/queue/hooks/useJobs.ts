import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Job } from '../model/job-list.ts';
import { jobsQuery } from './jobs-query.ts';

const NONE: readonly Job[] = [];

/** The viewer's latest jobs, kept current by useJobsLive and useJobProgress; `isReady` once they are known. */
export function useJobs(): { readonly jobs: readonly Job[]; readonly isReady: boolean } {
  const { data, isFetched } = useQuery(jobsQuery(useQueryClient()));
  return { jobs: data ?? NONE, isReady: isFetched };
}

/**
 * Something that is read off the jobs; draws again only when that changes, not at each step of each job. `read` is the same function
 * from one drawing to the next. Undefined until the jobs are known.
 */
export function useOfJobs<T>(read: (jobs: readonly Job[]) => T): T | undefined {
  return useQuery({ ...jobsQuery(useQueryClient()), select: read }).data;
}

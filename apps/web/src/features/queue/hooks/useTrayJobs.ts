import { useSyncExternalStore } from 'react';
import { activeJobs } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';
import { latelyFailed } from '../model/lately-failed.ts';
import { useJobs } from './useJobs.ts';

/** What the tray shows: what failed while the viewer was here, then what runs and waits. */
export function useTrayJobs(): { readonly failed: readonly Job[]; readonly active: readonly Job[] } {
  const { jobs } = useJobs();
  const failedIds = useSyncExternalStore(latelyFailed.subscribe, latelyFailed.list);
  return { failed: jobs.filter(({ id }) => failedIds.includes(id)), active: activeJobs(jobs) };
}

import { hasEnded } from './job-list.ts';
import type { Job } from './job-list.ts';

/** Which jobs a person wants to see. */
export const JOB_FILTERS = ['all', 'active', 'done', 'failed'] as const;
export type JobFilter = (typeof JOB_FILTERS)[number];

/** The jobs of the filter: what runs and waits in the order it will end, everything else newest first. */
export function filterJobs(jobs: readonly Job[], filter: JobFilter): readonly Job[] {
  const active = jobs.filter((job) => !hasEnded(job.status)).toReversed();
  const ended = jobs.filter((job) => hasEnded(job.status));
  switch (filter) {
    case 'active':
      return active;
    case 'done':
      return ended.filter((job) => job.status === 'COMPLETED');
    case 'failed':
      return ended.filter((job) => job.status !== 'COMPLETED');
    case 'all':
      return [...active, ...ended];
  }
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { activeJobs, JOBS_KEY, pageOfJob, useJobCaption, useOfJobs } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';

const NONE: readonly string[] = [];
const activeIds = (jobs: readonly Job[]): readonly string[] => activeJobs(jobs).map(({ id }) => id);

/** Says so when a job ends while the person is on another page than the one that shows what it makes. */
export function useEndToasts(): void {
  const client = useQueryClient();
  const caption = useJobCaption();
  const active = useOfJobs(activeIds) ?? NONE;
  const before = useRef(NONE);
  useEffect(() => {
    const ended = before.current.filter((id) => !active.includes(id));
    before.current = active;
    const news = (client.getQueryData<readonly Job[]>(JOBS_KEY) ?? []).filter(
      (job) => ended.includes(job.id) && job.status !== 'CANCELED' && pageOfJob(job) !== location.pathname,
    );
    if (news.length > 0) void import('../model/tell-ends.ts').then(({ tellEnds }) => tellEnds(news, caption));
  });
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { hasEnded, JOBS_KEY, pageOfJob, useJobCaption, useOfJobs } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';

type Statuses = Readonly<Record<string, Job['status']>>;

const statusesOf = (jobs: readonly Job[]): Statuses => Object.fromEntries(jobs.map(({ id, status }) => [id, status]));

/** Says so when a job ends while the person is on another page than the one that shows what it makes. */
export function useEndToasts(): void {
  const client = useQueryClient();
  const caption = useJobCaption();
  const statuses = useOfJobs(statusesOf);
  const before = useRef<Statuses>({});
  useEffect(() => {
    if (statuses === undefined || statuses === before.current) return;
    const known = before.current;
    before.current = statuses;
    const news = (client.getQueryData<readonly Job[]>(JOBS_KEY) ?? []).filter((job) => {
      const [was, is] = [known[job.id], statuses[job.id]];
      const isEnd = was !== undefined && !hasEnded(was) && (is === 'COMPLETED' || is === 'FAILED');
      return isEnd && pageOfJob(job) !== location.pathname;
    });
    if (news.length > 0) void import('../model/tell-ends.ts').then(({ tellEnds }) => tellEnds(news, caption));
  });
}

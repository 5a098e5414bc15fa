import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { activeJobs } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';
import { jobOf } from '../testing/job-of.ts';
import { jobsQuery } from './jobs-query.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

it('finds what runs behind more than a page of what waits', async () => {
  const jobs = Array.from({ length: 250 }, (_, n) =>
    jobOf({ id: `job-${n}`, createdAt: new Date(n * 1000).toISOString(), status: n === 0 ? 'RUNNING' : 'QUEUED' }),
  ).toReversed();
  const page = (list: typeof jobs) => ({ edges: list.map((node) => ({ node })) });
  const answer = { jobs: page(jobs.slice(0, 60)), active: page(jobs.slice(0, 100)), running: page(jobs.slice(-1)) };
  vi.mocked(request).mockResolvedValue(answer);
  const client = new QueryClient();
  const known = await client.fetchQuery(jobsQuery(client));
  expect(known).toHaveLength(101);
  expect(activeJobs(known)[0]?.id).toBe('job-0');
});

it('lets go of jobs that ended while nobody told of it, and of none that was heard of meanwhile', async () => {
  const jobs = Array.from({ length: 100 }, (_, n) =>
    jobOf({ id: `job-${n}`, createdAt: new Date(n * 1000).toISOString(), status: 'QUEUED' }),
  ).toReversed();
  const ended = jobs.slice(0, 60).map((job) => ({ ...job, status: 'COMPLETED' as const }));
  const page = (list: typeof ended) => ({ edges: list.map((node) => ({ node })) });
  const client = new QueryClient();
  client.setQueryData(['jobs'], jobs);
  vi.mocked(request).mockImplementation(() => {
    const hear = (job: Job) => (job.id === 'job-3' ? { ...job, status: 'RUNNING' as const } : job);
    client.setQueryData<readonly Job[]>(['jobs'], (held) => held?.map(hear));
    return Promise.resolve({ jobs: page(ended), active: page([]), running: page([]) });
  });

  const known = await client.fetchQuery({ ...jobsQuery(client), staleTime: 0 });
  expect(activeJobs(known).map(({ id }) => id)).toEqual(['job-3']);
});

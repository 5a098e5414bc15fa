import { describe, expect, it } from 'vitest';
import { jobOf } from '../testing/job-of.ts';
import { filterJobs } from './filters.ts';

const jobs = [
  jobOf({ id: 'newest', status: 'QUEUED' }),
  jobOf({ id: 'failed', status: 'FAILED' }),
  jobOf({ id: 'running', status: 'RUNNING' }),
  jobOf({ id: 'canceled', status: 'CANCELED' }),
  jobOf({ id: 'done', status: 'COMPLETED' }),
];
const shown = (filter: Parameters<typeof filterJobs>[1]) => filterJobs(jobs, filter).map(({ id }) => id);

describe('the jobs of a filter', () => {
  it('are what runs and waits first, in the order it will end, then what ended', () => {
    expect(shown('all')).toEqual(['running', 'newest', 'failed', 'canceled', 'done']);
    expect(shown('active')).toEqual(['running', 'newest']);
  });

  it('count a canceled job as one without a result', () => {
    expect(shown('failed')).toEqual(['failed', 'canceled']);
    expect(shown('done')).toEqual(['done']);
  });
});

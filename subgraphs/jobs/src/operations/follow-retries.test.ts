import { createId } from '@modu/ids';
import { expect, it } from 'vitest';
import { newJobState } from '../../testing/index.ts';
import type { Job } from '../domain/job.ts';
import { followRetries, RETRIES_MAX, retryOf } from './follow-retries.ts';

/** A job and so many retries of it, each canceled; knows how often it was asked. */
function chainOf(retries: number, last: Partial<Job> = {}) {
  const jobs: Job[] = [{ ...newJobState(), id: createId(), status: 'CANCELED' }];
  for (let n = 0; n < retries; n += 1) jobs.push({ ...jobs[0]!, id: retryOf(jobs.at(-1)!.id) });
  Object.assign(jobs.at(-1)!, last);
  let asked = 0;
  const listByIds = (ids: readonly string[]) => {
    asked += 1;
    return Promise.resolve(jobs.filter(({ id }) => ids.includes(id)));
  };
  return { jobs, reads: { listByIds }, asked: () => asked };
}

it('a job that was tried again is followed to the last that came to nothing by one look', async () => {
  const { jobs, reads, asked } = chainOf(40);

  const found = await followRetries(reads, jobs[0]!.id);

  expect(found).toEqual({ job: jobs[0], last: jobs.at(-1), existing: undefined, isLong: false });
  expect(asked()).toBe(1);
});

it('one that goes on is what is asked for', async () => {
  const { jobs, reads } = chainOf(3, { status: 'RUNNING' });

  expect(await followRetries(reads, jobs[0]!.id)).toMatchObject({ last: jobs[2], existing: jobs[3] });
});

it('nobody is followed further than so far', async () => {
  const { jobs, reads, asked } = chainOf(RETRIES_MAX + 10);

  expect(await followRetries(reads, jobs[0]!.id)).toMatchObject({ isLong: true });
  expect(await followRetries(reads, jobs.at(-2)!.id)).toMatchObject({ isLong: false, last: jobs.at(-1) });
  expect(asked()).toBe(2);
});

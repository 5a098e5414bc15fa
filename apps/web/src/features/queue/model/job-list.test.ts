import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobOf } from '../testing/job-of.ts';
import { activeJobs, hasEnded, mergeJob, mergeJobs, pictureOf } from './job-list.ts';
import type { Job } from './job-list.ts';

const PICTURE = {
  __typename: 'Image',
  ...{ id: 'picture-1', url: '/picture', thumbnailUrl: '/thumbnail', thumbhash: '', width: 512, height: 512 },
  ...{ prompt: null, createdAt: '2026-11-21T12:00:00.000Z', deletedAt: null },
} as const;

/** One job's life as the server tells it, in order. */
const life: readonly Job[] = [
  jobOf({ status: 'QUEUED', attempt: 0, position: 2 }),
  ...[1, 2, 3, 4].map((step) =>
    jobOf({
      status: 'RUNNING',
      attempt: 1,
      step,
      stepsTotal: 4,
      progress: step / 4,
      preview: step % 2 === 0 ? `data:${step}` : null,
    }),
  ),
  jobOf({ status: 'COMPLETED', attempt: 1, progress: 1 }),
];

describe('the job list', () => {
  it('ends as the job ended, in whatever order and however often its states arrive', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...life, ...life], { minLength: 1 }), (arrivals) => {
        const [job] = arrivals.reduce(mergeJob, [] as readonly Job[]);
        const ended = arrivals.some(({ status }) => hasEnded(status));
        expect(hasEnded(job?.status ?? 'QUEUED')).toBe(ended);
      }),
    );
  });

  it('never goes back a step within one run', () => {
    const [queued, one, two] = life as [Job, Job, Job];
    expect(mergeJobs([], [queued, two, one])[0]?.step).toBe(2);
  });

  it('keeps the last preview until a newer one comes', () => {
    expect(mergeJobs([], life.slice(0, 4))[0]).toMatchObject({ step: 3, preview: 'data:2' });
  });

  it('starts over when the job is tried again', () => {
    const again = jobOf({ status: 'RUNNING', attempt: 2, step: 1, progress: 0.25 });
    expect(mergeJobs([], [...life.slice(0, 4), again])[0]).toMatchObject({ attempt: 2, step: 1, preview: null });
  });

  it('leaves the list itself alone when nothing is new, so that nothing renders again', () => {
    const list = mergeJobs([], life);
    expect(mergeJob(list, life[2] as Job)).toBe(list);
  });

  it('takes what the API says of an ended job when it is asked again: links of its picture end, and pictures are deleted', () => {
    const picture = { ...PICTURE, url: '/first' };
    const done = jobOf({ status: 'COMPLETED', result: picture });
    const signedAnew = jobOf({ status: 'COMPLETED', result: { ...picture, url: '/signed-anew' } });
    const trashed = jobOf({ status: 'COMPLETED', result: { ...picture, deletedAt: '2026-11-22T00:00:00.000Z' } });
    expect(mergeJobs([done], [signedAnew])).toEqual([signedAnew]);
    expect(mergeJobs([done], [trashed])).toEqual([trashed]);
    // News of the end that comes over the other subscription as well is no news.
    const list = [done];
    expect(mergeJob(list, signedAnew)).toBe(list);
  });

  it('shows nothing of an ended job that an answer from before its end still calls running', () => {
    const done = jobOf({ status: 'COMPLETED', result: PICTURE });
    expect(mergeJobs([done], [jobOf({ status: 'RUNNING' })])).toEqual([done]);
  });

  it('has the picture of a job until that went into the trash', () => {
    expect(pictureOf(jobOf({ result: PICTURE }))).toEqual(PICTURE);
    expect(pictureOf(jobOf({ result: { ...PICTURE, deletedAt: '2026-11-22T00:00:00.000Z' } }))).toBeNull();
  });

  const jobs = (count: number, statusOf: (index: number) => Job['status']) =>
    Array.from({ length: count }, (_, index) => {
      const createdAt = new Date(index * 1000).toISOString();
      return jobOf({ id: `job-${index}`, createdAt, status: statusOf(index) });
    });

  it('holds the newest first, no more than sixty of those that have ended', () => {
    const list = mergeJobs(
      [],
      jobs(80, () => 'FAILED'),
    );
    expect(list).toHaveLength(60);
    expect([list[0]?.id, list.at(-1)?.id]).toEqual(['job-79', 'job-20']);
  });

  it('holds all that wait and run, however many were ordered after them, and shows the oldest first', () => {
    const list = mergeJobs(
      [],
      jobs(300, () => 'QUEUED'),
    );
    expect(list).toHaveLength(300);
    const first = jobOf({ id: 'job-0', status: 'RUNNING', attempt: 1, createdAt: new Date(0).toISOString() });
    const running = mergeJob(list, first);
    expect(activeJobs(running)[0]).toEqual(first);
    expect(mergeJob(running, first)).toEqual(running);
    const done = mergeJob(running, { ...first, status: 'COMPLETED' });
    expect(done.at(-1)).toMatchObject({ id: 'job-0', status: 'COMPLETED' });
  });
});

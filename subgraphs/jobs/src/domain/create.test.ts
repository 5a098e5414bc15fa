import { describe, expect, it } from 'vitest';
import { newJob, newJobState } from '../../testing/index.ts';
import { refuseFullQueue, refuseHaste, reuseJob } from './create.ts';
import { expectedWaitMs, remainingMs } from './wait.ts';

describe('the same id again', () => {
  const wanted = newJob({ payload: { prompt: 'a cat', seed: 1 } });
  const existing = { ...newJobState(wanted), payload: { seed: 1, prompt: 'a cat' } };

  it('is the same job when the content is, whatever it costs by now', () => {
    expect(reuseJob(existing, { ...wanted, quotedCredits: 99 })).toBe(existing);
  });

  it('is a conflict when the content or the owner differs', () => {
    for (const other of [
      { payload: { prompt: 'a dog', seed: 1 } },
      { ownerId: 'someone else' },
      { kind: 'other.kind' },
    ]) {
      expect(reuseJob(existing, { ...wanted, ...other })).toMatchObject({ code: 'CONFLICT' });
    }
  });
});

const liveJobs = (parts: { count?: number; shortestMs?: number; madeLately?: number; oldestLatelyMs?: number }) => ({
  ...{ count: 0, shortestMs: 0, madeLately: 0, oldestLatelyMs: 0 },
  ...parts,
});

describe('a queue', () => {
  it('is full when as many jobs are there as may wait and run', () => {
    const wanted = newJob({ queuedJobsMax: 2, runningJobsMax: 1 });

    expect(refuseFullQueue(liveJobs({ count: 2, shortestMs: 0 }), wanted)).toBeUndefined();
    expect(refuseFullQueue(liveJobs({ count: 3, shortestMs: 5_000 }), wanted)).toMatchObject({
      code: 'QUEUE_FULL',
      retryAfterMs: 5_000,
    });
    expect(refuseFullQueue(liveJobs({ count: 3, shortestMs: 0 }), wanted)?.retryAfterMs).toBe(1_000);
    expect(refuseFullQueue(liveJobs({ count: 3, shortestMs: 9_000_000 }), wanted)?.retryAfterMs).toBe(60_000);
  });
});

describe('a person in haste', () => {
  it('is told when they may make the next job, later in lower tiers', () => {
    const lately = liveJobs({ madeLately: 60, oldestLatelyMs: 20_000 });
    expect(refuseHaste(lately, newJob({ tier: 'FREE' }))).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 40_000 });
    expect(refuseHaste(lately, newJob({ tier: 'STARTER' }))).toBeUndefined();
  });
});

describe('waiting', () => {
  it('takes as long as the work ahead, shared by the engines at work', () => {
    expect(expectedWaitMs({ queuedMs: 6_000, runningMs: 2_000, runners: 4 })).toBe(2_000);
    expect(expectedWaitMs({ queuedMs: 3_000, runningMs: 0, runners: 0 })).toBe(3_000);
  });

  it('is never expected to be negative', () => {
    const startedAt = new Date(0);
    expect(remainingMs({ startedAt, estimatedMs: 500 }, new Date(200))).toBe(300);
    expect(remainingMs({ startedAt, estimatedMs: 500 }, new Date(900))).toBe(0);
  });
});

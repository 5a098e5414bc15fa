import { describe, expect, it } from 'vitest';
import { newJob, newJobState } from '../../testing/index.ts';
import { refuseFullQueue, refuseHaste, reuseJob } from './create.ts';
import { learnPaces } from './paces.ts';
import { remainingMs } from './wait.ts';

describe('the same id again', () => {
  const wanted = newJob({ payload: { prompt: 'a cat', seed: 1 } });
  const existing = { ...newJobState(wanted), payload: { seed: 1, prompt: 'a cat' } };

  it('is the same job when the content is, whatever it costs by now', () => {
    expect(reuseJob(existing, { ...wanted, quotedCredits: 99 })).toBe(existing);
  });

  it('is the same job when the same was asked for, though something else is made of it by now', () => {
    const asked = { ...existing, payload: { voice: 'the usual one', wish: 'w' } };

    expect(reuseJob(asked, { ...wanted, payload: { voice: 'the new usual one', wish: 'w' } })).toBe(asked);
    expect(reuseJob(asked, { ...wanted, payload: { voice: 'the usual one', wish: 'in other words' } })).toBe(asked);
    expect(reuseJob(asked, { ...wanted, payload: { voice: 'another', wish: 'other' } })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(reuseJob(asked, { ...wanted, payload: { voice: 'another' } })).toMatchObject({ code: 'CONFLICT' });
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
  it('is never expected to be negative', () => {
    const startedAt = new Date(0);
    const job = { startedAt, estimatedMs: 500, loads: null };
    const twiceAsLong = learnPaces([{ loads: null, estimatedMs: 100, startedAtMs: 0, endedAtMs: 200 }], 1);
    expect(remainingMs(job, { now: new Date(200), paces: twiceAsLong })).toBe(800);
    expect(remainingMs(job, { now: new Date(1_900), paces: twiceAsLong })).toBe(0);
  });
});

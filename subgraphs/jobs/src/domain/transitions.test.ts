import { isRefusal } from '@modu/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newJobState } from '../../testing/index.ts';
import { ATTEMPTS_MAX, isTerminal, isUsedUp, SEALED_ATTEMPTS_MAX } from './job.ts';
import type { Job } from './job.ts';
import {
  abandonJob,
  cancelJob,
  completeJob,
  concludeJob,
  creditsReturned,
  failJob,
  handBackJob,
  sealJob,
  startJob,
} from './transitions.ts';
import type { Transition } from './transitions.ts';

const now = new Date('2026-11-21T10:00:00Z');
const result = { type: 'Image', id: 'i1' };
const queued = newJobState({ quotedCredits: 5 });
const running = { ...queued, status: 'RUNNING', attempt: 1, startedAt: now } as const;

function must(transition: Transition): Job {
  if (isRefusal(transition)) throw new Error(`refused: ${transition.reason}`);
  return transition;
}

type Action = (job: Job) => Transition;
const attempts = fc.integer({ min: 1, max: SEALED_ATTEMPTS_MAX + 1 });
const stepOf = (attempt: number): fc.Arbitrary<Action> =>
  fc.oneof(
    fc.constant<Action>((job) => startJob(job, { attempt, now })),
    fc.constant<Action>((job) => sealJob(job, { attempt, planned: result })),
    fc.constant<Action>((job) => handBackJob(job, { attempt })),
    fc.constant<Action>((job) => completeJob(job, { attempt, now, chargedCredits: 2, result })),
    fc.boolean().map<Action>((retryable) => (job) => failJob(job, { attempt, now, code: 'ENGINE_FAILED', retryable })),
  );
const anyAction = fc.oneof(
  attempts.chain(stepOf),
  fc.constant<Action>((job) => cancelJob(job, { now })),
  fc.constant<Action>((job) => abandonJob(job, { now })),
  fc.constant<Action>((job) => concludeJob(job, { now, chargedCredits: 5 })),
);
const anyHistory = fc.array(anyAction, { maxLength: 12 });

const live = (actions: readonly Action[]): Job =>
  actions.reduce<Job>((job, act) => {
    const next = act(job);
    return isRefusal(next) ? job : next;
  }, queued);

/** A job that has been taken over at least once. */
const runAgain = fc
  .record({
    attempt: fc.integer({ min: 2, max: SEALED_ATTEMPTS_MAX }),
    handedBack: fc.nat(2),
    sealed: fc.boolean(),
    status: fc.constantFrom('QUEUED' as const, 'RUNNING' as const),
  })
  .map((parts): Job => ({ ...running, ...parts }));

describe('a job, whatever happens to it', () => {
  it('never leaves a terminal state', () => {
    fc.assert(
      fc.property(anyHistory, anyAction, (history, act) => {
        const job = live(history);
        fc.pre(isTerminal(job));
        const next = act(job);
        expect(isRefusal(next) || next === job).toBe(true);
      }),
    );
  });

  it('is changed by no run but the one that owns it', () => {
    fc.assert(
      fc.property(runAgain, fc.nat(), (job, n) => {
        const attempt = 1 + (n % (job.attempt - 1));
        const acts = [
          startJob(job, { attempt, now }),
          sealJob(job, { attempt }),
          completeJob(job, { attempt, now, chargedCredits: 2, result }),
          failJob(job, { attempt, now, code: 'ENGINE_FAILED', retryable: true }),
        ];
        for (const next of acts) expect(isRefusal(next) || next === job).toBe(true);
      }),
    );
  });

  it('never counts attempts down, and gives back or charges no more than was quoted', () => {
    fc.assert(
      fc.property(anyHistory, anyAction, (history, act) => {
        const job = live(history);
        const next = act(job);
        if (isRefusal(next)) return;
        expect(next.attempt).toBeGreaterThanOrEqual(job.attempt);
        if (isTerminal(next)) expect((next.chargedCredits ?? 0) + (next.refundedCredits ?? 0)).toBe(next.quotedCredits);
      }),
    );
  });

  it('changes nothing when a step is told twice', () => {
    fc.assert(
      fc.property(anyHistory, anyAction, (history, act) => {
        const once = act(live(history));
        fc.pre(!isRefusal(once));
        const twice = act(must(once));
        expect(isRefusal(twice) || twice === once).toBe(true);
      }),
    );
  });
});

describe('a job that runs', () => {
  it('is taken over by a later attempt, not by an earlier one', () => {
    expect(must(startJob(running, { attempt: 2, now })).attempt).toBe(2);
    expect(startJob({ ...running, attempt: 2 }, { attempt: 1, now })).toMatchObject({ code: 'CONFLICT' });
  });

  it('goes back to the queue when the failure is passing and attempts are left', () => {
    const failed = { now, code: 'ENGINE_FAILED', retryable: true };
    expect(must(failJob(running, { ...failed, attempt: 1 })).status).toBe('QUEUED');
    const last = { ...running, attempt: ATTEMPTS_MAX };
    expect(must(failJob(last, { ...failed, attempt: ATTEMPTS_MAX }))).toMatchObject({
      status: 'FAILED',
      refundedCredits: 5,
    });
  });

  it('gives the rest back when it was cheaper than quoted', () => {
    const completed = must(completeJob(running, { attempt: 1, now, chargedCredits: 3, result }));

    expect(completed).toMatchObject({ status: 'COMPLETED', chargedCredits: 3, refundedCredits: 2, result });
    expect(completeJob(running, { attempt: 1, now, chargedCredits: 6, result })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is given up when its workers have died three times; runs that were handed back do not count', () => {
    const third = { ...running, attempt: ATTEMPTS_MAX };
    expect(must(startJob(third, { attempt: ATTEMPTS_MAX + 1, now }))).toMatchObject({
      status: 'FAILED',
      error: { code: 'WORKER_LOST' },
      refundedCredits: 5,
    });
    const drained = must(handBackJob(third, { attempt: ATTEMPTS_MAX }));
    expect(drained).toMatchObject({ status: 'QUEUED', handedBack: 1 });
    expect(must(startJob(drained, { attempt: ATTEMPTS_MAX + 1, now })).status).toBe('RUNNING');
  });

  it('is tried longer once it is sealed, and is never ended by a run: it may be paid for', () => {
    const sealed = must(sealJob({ ...running, attempt: ATTEMPTS_MAX }, { attempt: ATTEMPTS_MAX, planned: result }));
    const failed = { now, code: 'STORAGE_FAILED', retryable: false };
    expect(must(failJob(sealed, { ...failed, attempt: ATTEMPTS_MAX })).status).toBe('QUEUED');
    const last = { ...sealed, attempt: SEALED_ATTEMPTS_MAX };
    const stuck = must(failJob(last, { ...failed, attempt: SEALED_ATTEMPTS_MAX }));
    expect(stuck).toMatchObject({ status: 'RUNNING', error: { code: 'STORAGE_FAILED' } });
    expect(must(concludeJob(stuck, { now, chargedCredits: 5 }))).toMatchObject({ status: 'COMPLETED', result });
    expect(must(abandonJob(stuck, { now }))).toMatchObject({ status: 'FAILED', error: { code: 'STORAGE_FAILED' } });
    expect(isUsedUp(stuck, SEALED_ATTEMPTS_MAX + 1)).toBe(true);
  });

  it('says when the credits of one without a result are back', () => {
    const canceled = must(cancelJob(running, { now }));
    expect(canceled.creditsFinal).toBe(false);
    expect(must(creditsReturned(canceled)).creditsFinal).toBe(true);
    expect(must(creditsReturned(running)).creditsFinal).toBe(false);
  });

  it('can be canceled until its result is being made final', () => {
    expect(must(cancelJob(running, { now }))).toMatchObject({ status: 'CANCELED', refundedCredits: 5 });
    const sealed = must(sealJob(running, { attempt: 1 }));
    expect(cancelJob(sealed, { now })).toMatchObject({ code: 'ALREADY_FINISHED', reason: 'job.sealed' });
  });
});

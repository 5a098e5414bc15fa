import { describe, expect, it } from 'vitest';
import { jobOf } from '../testing/job-of.ts';
import { heardBetween } from './heard.ts';
import type { Job } from './job-list.ts';

const running = (step: number) => jobOf({ status: 'RUNNING', attempt: 1, step, stepsTotal: 20, progress: step / 20 });

/** All that is heard over a life of states. */
function heardOver(states: readonly Job[]) {
  return states.flatMap((state, index) => heardBetween(states[index - 1], state) ?? []);
}

describe('what is heard of a job', () => {
  it('is its start, each quarter once, and its end', () => {
    const steps = Array.from({ length: 20 }, (_, index) => running(index + 1));
    expect(heardOver([jobOf(), ...steps, jobOf({ status: 'COMPLETED', progress: 1 })])).toEqual([
      { kind: 'started' },
      { kind: 'quarter', percent: 25 },
      { kind: 'quarter', percent: 50 },
      { kind: 'quarter', percent: 75 },
      { kind: 'done' },
    ]);
  });

  it('is why it failed', () => {
    const failed = jobOf({
      status: 'FAILED',
      error: { code: 'ENGINE_UNAVAILABLE', message: 'The engine stopped.', retryable: true },
    });
    expect(heardBetween(running(3), failed)).toEqual({ kind: 'failed', reason: 'The engine stopped.' });
  });

  it('is nothing for jobs of yesterday, when the list is read for the first time', () => {
    expect(heardBetween(undefined, jobOf({ status: 'COMPLETED' }))).toBeNull();
    expect(heardBetween(undefined, running(10))).toBeNull();
  });

  it('is a cancel, once', () => {
    const canceled = jobOf({ status: 'CANCELED' });
    expect(heardOver([running(2), canceled, canceled])).toEqual([{ kind: 'canceled' }]);
  });
});

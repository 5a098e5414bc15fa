import { describe, expect, it } from 'vitest';
import type { Pace } from '../../../lib/hearing/index.ts';
import { jobOf } from '../testing/job-of.ts';
import { heardBetween } from './heard.ts';
import type { Job } from './job-list.ts';

const running = (step: number) => jobOf({ status: 'RUNNING', attempt: 1, step, stepsTotal: 20, progress: step / 20 });
const LIFE = [
  jobOf(),
  ...Array.from({ length: 20 }, (_, index) => running(index + 1)),
  jobOf({ status: 'COMPLETED', progress: 1 }),
];
const TALKATIVE = { pace: 'tenth', silentMs: 0 } as const;

/** All that is heard over a life of states, one of them every `stepMs`. */
function heardOver(states: readonly Job[], { pace, stepMs = 1_000 }: { pace: Pace; stepMs?: number }) {
  let silentMs = 0;
  return states.flatMap((state, index) => {
    silentMs += stepMs;
    const heard = heardBetween(states[index - 1], state, { pace, silentMs });
    if (heard === null) return [];
    silentMs = 0;
    return [heard.kind === 'share' ? heard.percent : heard.kind];
  });
}

describe('what is heard of a job', () => {
  it('is its start, each tenth once, and its end', () => {
    expect(heardOver(LIFE, { pace: 'tenth' })).toEqual(['started', 10, 20, 30, 40, 50, 60, 70, 80, 90, 'done']);
  });

  it('is, each half minute, how far it is', () => {
    expect(heardOver(LIFE, { pace: 'halfMinute', stepMs: 10_000 })).toEqual([
      'started',
      20,
      35,
      50,
      65,
      80,
      95,
      'done',
    ]);
  });

  it('is only a change when that is enough, and only the end when even that is too much', () => {
    expect(heardOver(LIFE, { pace: 'change' })).toEqual(['started', 'done']);
    expect(heardOver(LIFE, { pace: 'end' })).toEqual(['done']);
  });

  it('is why it failed', () => {
    const failed = jobOf({
      status: 'FAILED',
      error: { code: 'ENGINE_UNAVAILABLE', message: 'The engine stopped.', retryable: true, traceId: null },
    });
    expect(heardBetween(running(3), failed, TALKATIVE)).toEqual({ kind: 'failed', reason: 'The engine stopped.' });
  });

  it('is nothing for jobs of yesterday, when the list is read for the first time', () => {
    expect(heardBetween(undefined, jobOf({ status: 'COMPLETED' }), TALKATIVE)).toBeNull();
    expect(heardBetween(undefined, running(10), TALKATIVE)).toBeNull();
  });

  it('is a cancel, once', () => {
    const canceled = jobOf({ status: 'CANCELED' });
    expect(heardOver([running(2), canceled, canceled], { pace: 'tenth' })).toEqual(['canceled']);
  });
});

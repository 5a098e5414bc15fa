import { createId } from '@modu/ids';
import type { Job, NewJob } from '../src/domain/job.ts';

/** A job to be made, with everything in range. */
export function newJob(overrides: Partial<NewJob> = {}): NewJob {
  return {
    id: createId(),
    kind: 'testing.sleep',
    title: null,
    ownerId: 'ada',
    tier: 'FREE',
    minimumTier: 'FREE',
    parentId: null,
    quotedCredits: 2,
    estimatedMs: 1_500,
    loads: null,
    priority: 0,
    queuedJobsMax: 10,
    runningJobsMax: 2,
    payload: { prompt: 'a cat' },
    ...overrides,
  };
}

/** A job that waits, as the domain sees it. */
export function newJobState(overrides: Partial<Job> = {}): Job {
  const { id, kind, title, ownerId, tier, parentId, quotedCredits, estimatedMs, loads, priority } = newJob();
  return {
    ...{ id, kind, title, ownerId, tier, parentId, quotedCredits, estimatedMs, loads, priority },
    status: 'QUEUED',
    chargedCredits: null,
    refundedCredits: null,
    creditsFinal: false,
    attempt: 0,
    handedBack: 0,
    sealed: false,
    planned: null,
    error: null,
    result: null,
    createdAt: new Date('2026-11-21T09:00:00Z'),
    startedAt: null,
    finishedAt: null,
    version: 1,
    change: 1,
    ...overrides,
  };
}

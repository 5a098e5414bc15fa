import type { Job } from '../model/job-list.ts';

/** A job for a test or a story, queued unless told otherwise. */
export function jobOf(parts: Partial<Job> = {}): Job {
  return {
    __typename: 'Job',
    id: 'job-1',
    kind: 'image.text-to-image',
    title: null,
    status: 'QUEUED',
    progress: 0,
    step: null,
    stepsTotal: null,
    preview: null,
    etaMs: null,
    position: null,
    positionMin: null,
    ahead: null,
    attempt: 0,
    quotedCredits: 12,
    chargedCredits: null,
    refundedCredits: null,
    creditsFinal: false,
    error: null,
    result: null,
    createdAt: '2026-11-21T12:00:00.000Z',
    startedAt: null,
    finishedAt: null,
    ...parts,
  };
}

import { isDeepStrictEqual } from 'node:util';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Job, NewJob } from './job.ts';

/** How long to wait before asking again, in milliseconds, whatever the jobs ahead are expected to take. */
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 60_000;

/** The owner's jobs that have not ended, at the moment of the question. */
export interface LiveJobs {
  readonly count: number;
  /** Expected work of the shortest of them. */
  readonly shortestMs: number;
}

/** The same id again: the same job when the content is the same, whatever the price or the limits are by now. */
export function reuseJob(existing: Job & { readonly payload: unknown }, wanted: NewJob): Job | Refusal {
  const same =
    existing.kind === wanted.kind &&
    existing.ownerId === wanted.ownerId &&
    isDeepStrictEqual(existing.payload, wanted.payload);
  return same ? existing : refuse('CONFLICT', 'job.otherContent', { path: ['input', 'id'] });
}

/** Refuses when as many jobs wait and run as the owner may have. */
export function refuseFullQueue(live: LiveJobs, { queuedJobsMax, runningJobsMax }: NewJob): Refusal | undefined {
  if (live.count < queuedJobsMax + runningJobsMax) return undefined;
  return refuse('QUEUE_FULL', 'queue.full', {
    params: { max: queuedJobsMax },
    retryAfterMs: Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, live.shortestMs)),
  });
}

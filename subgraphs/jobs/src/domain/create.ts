import { isDeepStrictEqual } from 'node:util';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Job, NewJob } from './job.ts';
import { jobsPerMinuteMax } from './tier.ts';

/** How long to wait before asking again, in milliseconds, whatever the jobs ahead are expected to take. */
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 60_000;
const MINUTE_MS = 60_000;

/** The owner's jobs at the moment of the question: those that have not ended, and those of the last minute. */
export interface LiveJobs {
  readonly count: number;
  /** Expected work of the shortest of them. */
  readonly shortestMs: number;
  readonly madeLately: number;
  /** How long ago the first of these was made. */
  readonly oldestLatelyMs: number;
}

/** What a plan allows of jobs that have not ended. */
export type Allowance = Pick<NewJob, 'queuedJobsMax' | 'runningJobsMax'>;

export const NO_LIVE_JOBS: LiveJobs = { count: 0, shortestMs: 0, madeLately: 0, oldestLatelyMs: 0 };

/** What was asked for and what was made of it, where the payload tells them apart: see `orderJob` of paid work. */
function partsOf(payload: unknown): { readonly wish?: unknown; readonly made: unknown } {
  if (typeof payload !== 'object' || payload === null || !('wish' in payload)) return { made: payload };
  const { wish, ...made } = payload;
  return { wish, made };
}

/** Whether the same was asked for, whatever is made of it by now: a default may have changed. */
function isSame(one: unknown, other: unknown): boolean {
  const [first, second] = [partsOf(one), partsOf(other)];
  return (first.wish !== undefined && first.wish === second.wish) || isDeepStrictEqual(first.made, second.made);
}

/** The same id again: the same job when the same was asked for, whatever the price or the limits are by now. */
export function reuseJob(existing: Job & { readonly payload: unknown }, wanted: NewJob): Job | Refusal {
  const same =
    existing.kind === wanted.kind && existing.ownerId === wanted.ownerId && isSame(existing.payload, wanted.payload);
  return same ? existing : refuse('CONFLICT', 'job.otherContent', { path: ['input', 'id'] });
}

/** Refuses when the owner has made as many jobs within a minute as their tier may. */
export function refuseHaste(
  { madeLately, oldestLatelyMs }: LiveJobs,
  { tier }: Pick<NewJob, 'tier'>,
): Refusal | undefined {
  const max = jobsPerMinuteMax(tier);
  if (madeLately < max) return undefined;
  const retryAfterMs = Math.max(RETRY_MIN_MS, Math.ceil(MINUTE_MS - oldestLatelyMs));
  return refuse('RATE_LIMITED', 'job.rate', { params: { max }, retryAfterMs });
}

/** Refuses when as many jobs wait and run as the owner may have. */
export function refuseFullQueue(live: LiveJobs, { queuedJobsMax, runningJobsMax }: Allowance): Refusal | undefined {
  if (live.count < queuedJobsMax + runningJobsMax) return undefined;
  return refuse('QUEUE_FULL', 'queue.full', {
    params: { max: queuedJobsMax },
    retryAfterMs: Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, live.shortestMs)),
  });
}

/** Why the owner may not have one more job now, if so. */
export function refuseOneMore(live: LiveJobs, wanted: Allowance & Pick<NewJob, 'tier'>): Refusal | undefined {
  return refuseFullQueue(live, wanted) ?? refuseHaste(live, wanted);
}

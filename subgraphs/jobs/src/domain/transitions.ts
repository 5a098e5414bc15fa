import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isTerminal, isUsedUp } from './job.ts';
import type { Job, JobError, JobResult } from './job.ts';

/**
 * Every rule of a job's life. Each transition returns the job as it is to be, the very same job when there is nothing to
 * change (the step was made before), or a refusal. Nothing leaves a terminal state, and a run that is not the job's current
 * attempt changes nothing.
 */
export type Transition = Job | Refusal;

interface Step {
  readonly attempt: number;
  readonly now: Date;
}

const finished = () => refuse('ALREADY_FINISHED', 'job.finished');
const stale = () => refuse('CONFLICT', 'job.staleAttempt');

/** A run takes the job over; or ends it, when it has been run often enough and no result is on its way. */
export function startJob(job: Job, { attempt, now }: Step): Transition {
  if (isTerminal(job)) return finished();
  if (attempt === job.attempt && job.status === 'RUNNING') return job;
  if (attempt <= job.attempt) return stale();
  if (isUsedUp(job, attempt)) return job.sealed ? stale() : abandonJob(job, { now });
  return { ...job, status: 'RUNNING', attempt, startedAt: now, error: null };
}

/** From here on the job can't be canceled; what it is about to result in is known. */
export function sealJob(
  job: Job,
  { attempt, planned = null }: Pick<Step, 'attempt'> & { readonly planned?: JobResult | null },
): Transition {
  const refusal = refuseStep(job, attempt);
  if (refusal) return refusal;
  return job.sealed ? job : { ...job, sealed: true, planned };
}

/** The run's worker stops: the job waits again, and the run counts as none. */
export function handBackJob(job: Job, { attempt }: Pick<Step, 'attempt'>): Transition {
  if (job.attempt === attempt && job.status === 'QUEUED') return job;
  const refusal = refuseStep(job, attempt);
  if (refusal) return refusal;
  return { ...job, status: 'QUEUED', handedBack: job.handedBack + 1 };
}

export function completeJob(
  job: Job,
  { attempt, now, chargedCredits, result }: Step & { chargedCredits: number; result: JobResult },
): Transition {
  if (job.status === 'COMPLETED' && job.result?.id === result.id) return job;
  return refuseStep(job, attempt) ?? endWithResult(job, { now, chargedCredits, result });
}

function endWithResult(
  job: Job,
  { now, chargedCredits, result }: { now: Date; chargedCredits: number; result: JobResult },
): Transition {
  if (chargedCredits < 0 || chargedCredits > job.quotedCredits) {
    return refuse('INVALID_INPUT', 'job.overcharged', { path: ['input', 'chargedCredits'] });
  }
  const refundedCredits = chargedCredits < job.quotedCredits ? job.quotedCredits - chargedCredits : null;
  const credits = { chargedCredits, refundedCredits, creditsFinal: true };
  return { ...job, ...credits, status: 'COMPLETED', result, error: null, finishedAt: now };
}

/**
 * Back to the queue when it makes sense and attempts are left; the end otherwise. The result of a sealed job may be paid for
 * already, so a run can't end it: it is tried again whatever went wrong, and in the end concluded by what its hold says.
 */
export function failJob(
  job: Job,
  {
    attempt,
    now,
    code,
    retryable,
    pageNumber = null,
    traceId = null,
  }: Step & Pick<JobError, 'code' | 'retryable'> & Partial<JobError>,
): Transition {
  if (job.attempt === attempt && (job.status === 'QUEUED' || job.status === 'FAILED')) return job;
  const refusal = refuseStep(job, attempt);
  if (refusal) return refusal;
  if ((retryable || job.sealed) && !isUsedUp(job, attempt + 1)) return { ...job, status: 'QUEUED' };
  const error = { code, retryable, pageNumber, traceId };
  if (job.sealed) return job.error?.code === code ? job : { ...job, error };
  return endWithoutResult(job, { status: 'FAILED', now, error });
}

/** What its owner asks for. A job that is canceled already stays so. */
export function cancelJob(job: Job, { now }: Pick<Step, 'now'>): Transition {
  if (job.status === 'CANCELED') return job;
  if (isTerminal(job)) return finished();
  if (job.sealed) return refuse('ALREADY_FINISHED', 'job.sealed');
  return endWithoutResult(job, { status: 'CANCELED', now, error: null });
}

/** Ends a job that nobody will run any more: its task has died for good. */
export function abandonJob(job: Job, { now }: Pick<Step, 'now'>): Transition {
  if (isTerminal(job)) return finished();
  const error = job.error ?? { code: 'WORKER_LOST', retryable: true, pageNumber: null, traceId: null };
  return endWithoutResult(job, { status: 'FAILED', now, error });
}

/** Ends a sealed job that nobody will run any more and that was paid for: its result is there. */
export function concludeJob(job: Job, { now, chargedCredits }: { now: Date; chargedCredits: number }): Transition {
  if (isTerminal(job)) return finished();
  if (!job.planned) return refuse('CONFLICT', 'job.staleAttempt');
  return endWithResult(job, { now, chargedCredits, result: job.planned });
}

/** The hold of a job that ended without a result is back with its owner. Told every time, for a late hold is released too. */
export function creditsReturned(job: Job): Transition {
  if (job.status !== 'FAILED' && job.status !== 'CANCELED') return job;
  return { ...job, creditsFinal: true };
}

function refuseStep(job: Job, attempt: number): Refusal | undefined {
  if (isTerminal(job)) return finished();
  if (job.status !== 'RUNNING' || attempt !== job.attempt) return stale();
  return undefined;
}

function endWithoutResult(
  job: Job,
  { status, now, error }: { status: 'FAILED' | 'CANCELED'; now: Date; error: Job['error'] },
): Job {
  return { ...job, status, error, refundedCredits: job.quotedCredits, finishedAt: now };
}

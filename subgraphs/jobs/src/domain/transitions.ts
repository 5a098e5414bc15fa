import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { ATTEMPTS_MAX, isTerminal } from './job.ts';
import type { Job } from './job.ts';

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

/** A run takes the job over. */
export function startJob(job: Job, { attempt, now }: Step): Transition {
  if (isTerminal(job)) return finished();
  if (attempt === job.attempt && job.status === 'RUNNING') return job;
  if (attempt <= job.attempt) return stale();
  return { ...job, status: 'RUNNING', attempt, startedAt: now, error: null };
}

/** From here on the job can't be canceled. */
export function sealJob(job: Job, { attempt }: Pick<Step, 'attempt'>): Transition {
  const refusal = refuseStep(job, attempt);
  if (refusal) return refusal;
  return job.sealed ? job : { ...job, sealed: true };
}

export function completeJob(
  job: Job,
  { attempt, now, chargedCredits, result }: Step & { chargedCredits: number; result: { type: string; id: string } },
): Transition {
  if (job.status === 'COMPLETED' && job.result?.id === result.id) return job;
  const refusal = refuseStep(job, attempt);
  if (refusal) return refusal;
  if (chargedCredits < 0 || chargedCredits > job.quotedCredits) {
    return refuse('INVALID_INPUT', 'job.overcharged', { path: ['input', 'chargedCredits'] });
  }
  const refundedCredits = chargedCredits < job.quotedCredits ? job.quotedCredits - chargedCredits : null;
  return { ...job, status: 'COMPLETED', chargedCredits, refundedCredits, result, finishedAt: now };
}

/** Back to the queue when it makes sense and attempts are left; the end otherwise. */
export function failJob(
  job: Job,
  { attempt, now, code, retryable }: Step & { code: string; retryable: boolean },
): Transition {
  if (job.attempt === attempt && (job.status === 'QUEUED' || job.status === 'FAILED')) return job;
  const refusal = refuseStep(job, attempt);
  if (refusal) return refusal;
  if (retryable && attempt < ATTEMPTS_MAX) return { ...job, status: 'QUEUED' };
  return endWithoutResult(job, { status: 'FAILED', now, error: { code, retryable } });
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
  return endWithoutResult(job, { status: 'FAILED', now, error: { code: 'WORKER_LOST', retryable: true } });
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

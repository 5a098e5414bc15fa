import type { Tier } from './tier.ts';

/** How often a job is run before it is given up. Runs that were handed back do not count. */
export const ATTEMPTS_MAX = 3;
/** A sealed job has its result stored already; what is left to do is worth more patience. */
export const SEALED_ATTEMPTS_MAX = 6;

export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export interface JobResult {
  readonly type: string;
  readonly id: string;
}

/** Why a job failed; `pageNumber` says where, when its worker went page by page, `traceId` under what the logs tell of it. */
export interface JobError {
  readonly code: string;
  readonly retryable: boolean;
  readonly pageNumber: number | null;
  readonly traceId: string | null;
}

/** A piece of work and all that is known of it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** The words it was made from. */
  readonly title: string | null;
  readonly ownerId: string;
  readonly tier: Tier;
  readonly parentId: string | null;
  readonly status: JobStatus;
  readonly quotedCredits: number;
  readonly chargedCredits: number | null;
  readonly refundedCredits: number | null;
  /** What it cost is final: charged, or given back. */
  readonly creditsFinal: boolean;
  /** Expected work, in milliseconds of one engine. */
  readonly estimatedMs: number;
  /** What a worker must have loaded for it: a model. `null` when nothing. */
  readonly loads: string | null;
  readonly priority: number;
  /** The run that owns the job; 0 before the first. */
  readonly attempt: number;
  /** How many of its runs were handed back by a worker that stopped. */
  readonly handedBack: number;
  /** Its result is being made final: it can't be canceled any more. */
  readonly sealed: boolean;
  /** The result that is being made final. */
  readonly planned: JobResult | null;
  readonly error: JobError | null;
  readonly result: JobResult | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly version: number;
  /** The number of its last change among all of its owner's jobs; numbers have no gaps. */
  readonly change: number;
}

/** Where the job goes when it is made. */
export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly ownerId: string;
  readonly tier: Tier;
  /** The lowest plan that may have such a job: asked again when it is tried once more. */
  readonly minimumTier: Tier;
  readonly parentId: string | null;
  readonly quotedCredits: number;
  readonly estimatedMs: number;
  readonly loads: string | null;
  readonly priority: number;
  /** How many jobs of the owner may wait, and how many may run. */
  readonly queuedJobsMax: number;
  readonly runningJobsMax: number;
  readonly payload: unknown;
}

const TERMINAL: ReadonlySet<JobStatus> = new Set(['COMPLETED', 'FAILED', 'CANCELED']);

export function isTerminal({ status }: Pick<Job, 'status'>): boolean {
  return TERMINAL.has(status);
}

/** Whether this run is one more than the job is given. */
export function isUsedUp({ sealed, handedBack }: Pick<Job, 'sealed' | 'handedBack'>, attempt: number): boolean {
  return attempt - handedBack > (sealed ? SEALED_ATTEMPTS_MAX : ATTEMPTS_MAX);
}

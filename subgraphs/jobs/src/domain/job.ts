/** How often a job is run before it is given up. */
export const ATTEMPTS_MAX = 3;

export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** A piece of work and all that is known of it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly ownerId: string;
  readonly status: JobStatus;
  readonly quotedCredits: number;
  readonly chargedCredits: number | null;
  readonly refundedCredits: number | null;
  /** Expected work, in milliseconds of one engine. */
  readonly estimatedMs: number;
  readonly priority: number;
  /** The run that owns the job; 0 before the first. */
  readonly attempt: number;
  /** Its result is being made final: it can't be canceled any more. */
  readonly sealed: boolean;
  readonly error: { readonly code: string; readonly retryable: boolean } | null;
  readonly result: { readonly type: string; readonly id: string } | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly version: number;
}

/** Where the job goes when it is made. */
export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly ownerId: string;
  readonly quotedCredits: number;
  readonly estimatedMs: number;
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

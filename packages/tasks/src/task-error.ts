/**
 * Why the signal of a run was aborted. `LEASE_LOST`: another worker may run the task by now, so nothing may be written
 * any more. `STOPPING`: this worker ends and hands the task back. `TIMEOUT`: it took too long. `CANCELED`: it was taken out
 * of the queue.
 */
export type TaskAbortCode = 'LEASE_LOST' | 'STOPPING' | 'TIMEOUT' | 'CANCELED';

export class TaskAbortedError extends Error {
  readonly code: TaskAbortCode;

  constructor(code: TaskAbortCode, message: string) {
    super(message);
    this.name = 'TaskAbortedError';
    this.code = code;
  }
}

/**
 * A run's own word on when to try again. `counts: false`: it could not begin, for what it needs was away; it used up no run
 * and leaves its number to the next, however often.
 */
export class TaskRetryError extends Error {
  readonly afterMs: number;
  readonly counts: boolean;

  constructor({
    afterMs,
    counts,
    cause,
  }: {
    readonly afterMs: number;
    readonly counts: boolean;
    readonly cause?: unknown;
  }) {
    super(`To be tried again after ${afterMs} ms`, { cause });
    this.name = 'TaskRetryError';
    this.afterMs = afterMs;
    this.counts = counts;
  }
}

/** A mistake of the caller: input that does not fit the task, or a group where there is none. */
export class TaskInputError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TaskInputError';
  }
}

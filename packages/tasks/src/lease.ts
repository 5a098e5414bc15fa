import type { Job } from 'pg-boss';
import { TaskAbortedError } from './task-error.ts';
import type { TaskAbortCode } from './task-error.ts';

/** The right to run one task: ours as long as the database keeps hearing from us. */
export interface Lease {
  readonly id: string;
  /** pg-boss's own count of claims; with the id it names this very run, so that a stale run can settle nothing. */
  readonly retryCount: number;
  readonly signal: AbortSignal;
  /** The lease was ours at that moment, on the clock of `performance.now()`. */
  confirm(atMs: number): void;
  abort(code: TaskAbortCode): void;
  /** Milliseconds since the database last confirmed the lease. */
  silentMs(): number;
  end(): void;
}

const MESSAGES: Readonly<Record<TaskAbortCode, string>> = {
  LEASE_LOST: 'The lease of the task was lost.',
  STOPPING: 'The worker stops; the task is handed back.',
  TIMEOUT: 'The task took too long.',
  CANCELED: 'The task was taken out of the queue.',
};

export function createLease(job: Pick<Job, 'id' | 'retryCount'>, timeoutSeconds: number): Lease {
  const controller = new AbortController();
  let confirmedAt = performance.now();
  const abort = (code: TaskAbortCode) => controller.abort(new TaskAbortedError(code, MESSAGES[code]));
  const timer = setTimeout(() => abort('TIMEOUT'), timeoutSeconds * 1_000).unref();

  return {
    id: job.id,
    retryCount: job.retryCount,
    signal: controller.signal,
    confirm: (atMs) => {
      confirmedAt = Math.max(confirmedAt, atMs);
    },
    abort,
    silentMs: () => performance.now() - confirmedAt,
    end: () => clearTimeout(timer),
  };
}

import { JobCanceledError, RunFailure } from '@modu/paid-work';
import { TaskAbortedError } from '@modu/tasks';
import { explainFailure } from './explain-failure.ts';

/** Whether nobody will take up the work of this run again, so that it has to leave nothing behind. */
export function isForGood(error: unknown, signal: AbortSignal): boolean {
  if (signal.aborted) return isFinalReason(signal.reason);
  const failure = error instanceof RunFailure ? error : explainFailure(error);
  return failure?.retryable === false;
}

/** A canceled job is heard of by the bus or by the task queue, whichever is quicker. */
const isFinalReason = (reason: unknown): boolean =>
  reason instanceof JobCanceledError ||
  (reason instanceof TaskAbortedError && (reason.code === 'CANCELED' || reason.code === 'TIMEOUT'));

import { isTimedOut, JobCanceledError, JobTakenError, RunFailure } from '@modu/paid-work';
import { TaskAbortedError } from '@modu/tasks';
import { explainFailure } from './explain-failure.ts';

/** Whether nobody will take up the work of this run again, so that it has to leave nothing behind. */
export function isForGood(error: unknown, signal: AbortSignal): boolean {
  if (isCanceled(signal)) return true;
  // What is there is the work of the run that has the job now.
  if (error instanceof JobTakenError) return false;
  if (signal.aborted) return isTimedOut(signal);
  const failure = error instanceof RunFailure ? error : explainFailure(error);
  return failure?.retryable === false;
}

/** A canceled job is heard of by the bus or by the task queue, whichever is quicker. */
const isCanceled = ({ reason }: AbortSignal): boolean =>
  reason instanceof JobCanceledError || (reason instanceof TaskAbortedError && reason.code === 'CANCELED');

import { TaskAbortedError, TaskRetryError } from '@modu/tasks';
import type { Run } from './paid-run.ts';

const AGAIN_MS = 1_000;

/** Whether the time of a run was up. */
export const isTimedOut = ({ reason }: AbortSignal): boolean =>
  reason instanceof TaskAbortedError && reason.code === 'TIMEOUT';

/**
 * Does work whose parts are kept one by one, and told of. When the time of the run is up the next one goes on, as long as each adds a
 * part.
 */
export async function goOnInParts<Result>(
  { signal }: Pick<Run, 'signal'>,
  work: (onKept: () => void) => Promise<Result>,
): Promise<Result> {
  let kept = 0;
  try {
    return await work(() => (kept += 1));
  } catch (error) {
    if (kept > 0 && isTimedOut(signal)) throw new TaskRetryError({ afterMs: AGAIN_MS, counts: false, cause: error });
    throw error;
  }
}

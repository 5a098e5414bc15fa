import { goOnInParts, isTimedOut, RunFailure, standBack } from '@modu/paid-work';
import type { JobsClient, Run } from '@modu/paid-work';
import { TaskRetryError } from '@modu/tasks';
import type { Kept } from '../store/kept.ts';
import { isForGood } from './is-for-good.ts';

interface PartWork<Result> {
  /** Does what is to be done, and tells of each part when it is kept. */
  work(onKept: () => void): Promise<Result>;
  /** Removes what was kept, of this run and those before. */
  discard(): Promise<void>;
}

/**
 * Whether nothing is left to be made: it is READY, or its owner has deleted it since it was. What was sealed and is not there any more may be
 * paid for, and is not made again.
 */
export const isMade = (
  known: { readonly state: string } | undefined,
  { isSealed }: { readonly isSealed: boolean },
): boolean => (known ? known.state === 'READY' : isSealed);

/**
 * Does the work of a run whose parts are kept one by one. When the time of the run is up the next one goes on, as long as
 * each adds a part; a run without one, like any failure for good, leaves nothing behind.
 */
export async function workInParts<Result>(
  { signal }: Pick<Run, 'signal'>,
  { work, discard }: PartWork<Result>,
): Promise<Result> {
  try {
    return await goOnInParts({ signal }, work);
  } catch (error) {
    if (error instanceof TaskRetryError && isTimedOut(signal)) throw error;
    if (isForGood(error, signal)) await discard();
    throw error;
  }
}

/** @throws when a part was not kept: its whole is gone, or another run has been quicker. */
export async function mustKeep(
  tools: { readonly clients: { readonly jobs: Pick<JobsClient, 'startJob'> } },
  run: Run,
  kept: Kept,
): Promise<void> {
  if (kept === 'GONE') throw new RunFailure('SOURCE_GONE', { retryable: false });
  if (kept === 'KEPT_BY_OTHER') await standBack(tools, run);
}

const ELSEWHERE_MS = 5_000;

/**
 * Leaves a job to a worker that has what it takes, before the run begins: it uses up none. As long as that can't be told
 * nothing begins either.
 */
export async function leaveToOthers(isForOthers: () => Promise<boolean>): Promise<void> {
  const again = (cause: unknown) => new TaskRetryError({ afterMs: ELSEWHERE_MS, counts: false, cause });
  const leaves = await isForOthers().catch((error: unknown) => {
    throw again(error);
  });
  if (leaves) throw again(new Error('Another worker has the engine that this job wants.'));
}

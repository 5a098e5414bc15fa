import { GraphCallError } from '@modu/network';
import { TaskRetryError } from '@modu/tasks';
import type { JobsClient } from './jobs-client.ts';
import type { RunFailure } from './run-failure.ts';

/** So long what a run needs is waited for; after that the job fails. */
const PATIENCE_MS = 3_600_000;
const AGAIN_MS = 5_000;
/** Each look takes a turn from others: the longer something is away, the rarer it is looked for. */
const AGAIN_SHARE = 0.25;
const AGAIN_MAX_MS = 60_000;
/** What asks to be left alone for longer is asked again all the same. */
const ASKED_MAX_MS = 600_000;
/** All who wait do not come back at the same moment. */
const APART_MS = 5_000;

/** Whether one of our services could not be reached. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof GraphCallError && error.codes.includes('UNREACHABLE');

/**
 * What a run needs was away: the job waits for it, and no run is used up. An outage costs its time, not the job.
 * @throws TaskRetryError unless the run began too long ago.
 */
export async function waitOut(
  { jobs }: { readonly jobs: Pick<JobsClient, 'find'> },
  { jobId, failure }: { readonly jobId: string; readonly failure: RunFailure },
): Promise<void> {
  // While jobs is away as well, it can't be told how long this has lasted.
  const job = await jobs.find(jobId).catch(() => null);
  const waitedMs = job?.startedAt ? Math.max(0, Date.now() - Date.parse(job.startedAt)) : 0;
  if (waitedMs >= PATIENCE_MS) return;
  const pauseMs = Math.min(AGAIN_MAX_MS, AGAIN_MS + waitedMs * AGAIN_SHARE);
  const askedMs = Math.min(ASKED_MAX_MS, failure.retryAfterMs ?? 0);
  const afterMs = Math.max(pauseMs, askedMs) + Math.random() * APART_MS;
  throw new TaskRetryError({ afterMs, counts: false, cause: failure });
}

import type { Logger } from '@modu/logger';
import { defineConsumer, TaskAbortedError, TaskRetryError } from '@modu/tasks';
import type { Consumer, SlotPool, Task } from '@modu/tasks';
import type { z } from 'zod';
import { waitOut } from './absence.ts';
import type { CancelWatch } from './cancel-watch.ts';
import type { JobsClient } from './jobs-client.ts';
import type { JobRun, Run } from './paid-run.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import { JobCanceledError, JobTakenError, toRunFailure } from './run-failure.ts';
import type { ExplainFailure, RunFailure } from './run-failure.ts';

const RETRY_FIRST_MS = 1_000;
const RETRY_GROWTH = 5;
const RETRY_MAX_MS = 15_000;

interface ConsumerOptions {
  /** `jobRunTask(kind)` of the contracts of jobs. */
  readonly task: Task<z.ZodType<JobRun>>;
  readonly slots: number;
  /** Slots shared with other kinds. */
  readonly pool?: SlotPool;
  readonly cancels: CancelWatch;
  readonly clients: { readonly jobs: JobsClient };
  readonly logger: Logger;
  readonly run: (run: Run) => Promise<void>;
  readonly explain: ExplainFailure;
}

/** Takes jobs of a kind, runs them, and tells jobs when one fails. */
export function createJobConsumer({ task, slots, pool, cancels, ...tools }: ConsumerOptions): Consumer {
  return defineConsumer({
    task,
    slots,
    ...(pool ? { pool } : {}),
    run: async (job, { attempt, signal: outer }) => {
      const { signal, end } = cancels.follow(job.jobId, outer);
      try {
        await tools.run({ ...job, attempt, signal });
      } catch (error) {
        await endFailedRun(tools, { job, attempt, error, reason: signal.reason as unknown });
      } finally {
        end();
      }
    },
  });
}

/** What is known of a job that ended without a result. `attempt`: its last run. */
export interface DeadJob {
  readonly jobId: string;
  readonly ownerId: string;
  readonly attempt: number;
}

interface DiscarderOptions {
  /** `jobDiscardTask(kind)` of the contracts of jobs. */
  readonly task: Task<z.ZodType<DeadJob>>;
  readonly clients: { readonly jobs: Pick<JobsClient, 'find'> };
  /** Removes what runs of the job have left; called as often as it takes. */
  readonly discard: (job: DeadJob) => Promise<void>;
}

/** Removes what jobs of a kind have left that failed or were canceled. */
export function createJobDiscarder({ task, clients, discard }: DiscarderOptions): Consumer {
  return defineConsumer({
    task,
    slots: 1,
    run: async (job) => {
      const found = await clients.jobs.find(job.jobId);
      if (!found || found.status === 'FAILED' || found.status === 'CANCELED') await discard(job);
    },
  });
}

interface FailedRun {
  readonly job: JobRun;
  readonly attempt: number;
  readonly error: unknown;
  /** Why the run was aborted, if it was. */
  readonly reason: unknown;
}

/** Throws when the queue is to run the task again; returns when there is nothing more to do. */
async function endFailedRun(
  { clients, logger, explain }: Pick<ConsumerOptions, 'clients' | 'logger' | 'explain'>,
  { job, attempt, error, reason }: FailedRun,
): Promise<void> {
  const { jobId } = job;
  if (error instanceof JobTakenError || reason instanceof JobCanceledError) {
    logger.info({ jobId, attempt, why: (reason ?? error) as Error }, 'a run stopped: the job is not ours any more');
    return;
  }
  if (reason instanceof TaskAbortedError && reason.code !== 'TIMEOUT') {
    if (reason.code === 'STOPPING') await clients.jobs.handBackJob({ id: jobId, attempt });
    throw reason;
  }

  if (error instanceof TaskRetryError) throw error;
  const failure = toRunFailure(reason instanceof TaskAbortedError ? reason : error, explain);
  logger.warn({ jobId, attempt, code: failure.code, err: error }, 'a job could not be done');
  if (failure.isAbsence) await waitOut(clients, { jobId, failure });
  const { code, pageNumber, isAbsence } = failure;
  // What was waited for in vain is not waited for as long again.
  const retryable = failure.retryable && !isAbsence;
  const page = pageNumber === undefined ? {} : { pageNumber };
  const told = await clients.jobs.failJob({ id: jobId, attempt, code, retryable, ...page });
  if (!isRemoteRefusal(told) && told.status === 'QUEUED') throw retryOf(failure, attempt);
}

/** What was away is given time to come back: 1 s, then 5, then 15. A killed worker is another matter; its runs follow at once. */
function retryOf(failure: RunFailure, attempt: number): TaskRetryError {
  const afterMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * RETRY_GROWTH ** (attempt - 1));
  return new TaskRetryError({ afterMs, counts: true, cause: failure });
}

import type { Bus } from '@modu/bus';
import { jobProgressChannel, jobRunTask } from '@modu/jobs/contracts';
import type { JobProgress, JobRun } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import { defineConsumer, TaskAbortedError, TaskRetryError } from '@modu/tasks';
import type { Consumer } from '@modu/tasks';
import { JOB_KINDS } from '../contracts.ts';
import { isRemoteRefusal } from '../store/remote-answer.ts';
import type { CancelWatch } from './cancel-watch.ts';
import { createRunImageJob } from './run-image-job.ts';
import type { RunTools } from './run-image-job.ts';
import { JobCanceledError, JobTakenError, toRunFailure } from './run-failure.ts';
import type { RunFailure } from './run-failure.ts';

const RETRY_FIRST_MS = 1_000;
const RETRY_GROWTH = 5;
const RETRY_MAX_MS = 15_000;

interface ConsumerOptions extends Omit<RunTools, 'publish'> {
  readonly bus: Bus;
  readonly cancels: CancelWatch;
  readonly slots: number;
}

/** Takes the jobs that make pictures, of each kind its own, runs them, and tells jobs when one fails. */
export function createImageConsumers(options: ConsumerOptions): Consumer[] {
  return Object.values(JOB_KINDS).map((kind) => createImageConsumer(kind, options));
}

function createImageConsumer(kind: string, { bus, cancels, slots, ...tools }: ConsumerOptions): Consumer {
  const { logger } = tools;
  const runImageJob = createRunImageJob({ ...tools, publish: (progress) => publish(bus, { progress, logger }) });

  return defineConsumer({
    task: jobRunTask(kind),
    slots,
    run: async (job, { attempt, signal: outer }) => {
      const { signal, end } = cancels.follow(job.jobId, outer);
      try {
        await runImageJob({ ...job, attempt, signal });
      } catch (error) {
        await endFailedRun(tools, { job, attempt, error, reason: signal.reason as unknown });
      } finally {
        end();
      }
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
async function endFailedRun({ clients, logger }: Omit<RunTools, 'publish'>, failed: FailedRun): Promise<void> {
  const { job, attempt, error, reason } = failed;
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
  const failure = toRunFailure(reason instanceof TaskAbortedError ? reason : error);
  logger.warn({ jobId, attempt, code: failure.code, err: error }, 'a picture could not be made');
  const { code, retryable } = failure;
  const told = await clients.jobs.failJob({ id: jobId, attempt, code, retryable });
  if (!isRemoteRefusal(told) && told.status === 'QUEUED') throw retryOf(failure, attempt);
}

/** What was away is given time to come back: 1 s, then 5, then 15. A killed worker is another matter; its runs follow at once. */
function retryOf(failure: RunFailure, attempt: number): TaskRetryError {
  const afterMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * RETRY_GROWTH ** (attempt - 1));
  return new TaskRetryError({ afterMs, counts: true, cause: failure });
}

/** Fire and forget: whoever misses a step sees the next. */
function publish(bus: Bus, { progress, logger }: { progress: JobProgress; logger: Logger }): void {
  bus
    .publish(jobProgressChannel, progress)
    .catch((error: unknown) => logger.debug({ jobId: progress.jobId, err: error }, 'progress was not heard'));
}

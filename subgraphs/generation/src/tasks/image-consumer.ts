import type { Bus } from '@modu/bus';
import { jobDiscardTask, jobProgressChannel, jobRunTask } from '@modu/jobs/contracts';
import type { JobProgress } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import { createJobConsumer, createJobDiscarder } from '@modu/paid-work';
import type { CancelWatch } from '@modu/paid-work';
import { createSlotPool } from '@modu/tasks';
import type { Consumer } from '@modu/tasks';
import { JOB_KINDS } from '../contracts.ts';
import { createDiscardImageJob } from './discard-image-job.ts';
import { explainFailure } from './explain-failure.ts';
import { createRunImageJob } from './run-image-job.ts';
import type { RunTools } from './run-image-job.ts';

interface ConsumerOptions extends Omit<RunTools, 'publish'> {
  readonly bus: Bus;
  readonly cancels: CancelWatch;
  readonly slots: number;
}

/** Takes the jobs that make pictures, of each kind its own and of all together as many as the engine makes at once, runs them, and tells jobs when one fails. */
export function createImageConsumers({ bus, cancels, slots, ...tools }: ConsumerOptions): Consumer[] {
  const { clients, logger } = tools;
  const pool = createSlotPool(slots);
  const run = createRunImageJob({ ...tools, publish: (progress) => publish(bus, { progress, logger }) });
  const discard = createDiscardImageJob(tools);
  return Object.values(JOB_KINDS).flatMap((kind) => [
    createJobConsumer({ task: jobRunTask(kind), slots, pool, cancels, clients, logger, run, explain: explainFailure }),
    createJobDiscarder({ task: jobDiscardTask(kind), clients, discard }),
  ]);
}

/** Fire and forget: whoever misses a step sees the next. */
function publish(bus: Bus, { progress, logger }: { progress: JobProgress; logger: Logger }): void {
  bus
    .publish(jobProgressChannel, progress)
    .catch((error: unknown) => logger.debug({ jobId: progress.jobId, err: error }, 'progress was not heard'));
}

import type { Platform } from '@modu/module';
import { createTaskQueue } from '@modu/tasks';
import type { Timings } from '@modu/tasks';
import { createCountLiveJobs } from './operations/count-live-jobs.ts';
import type { JobsDesk } from './operations/jobs-desk.ts';
import { createJobWriting } from './operations/write-together.ts';
import { openJobsDatabase } from './store/database.ts';
import { createForecaster } from './waits/forecaster.ts';
import { createPromiseKeeper } from './waits/promise-keeper.ts';

export interface OpenDesk extends JobsDesk {
  close(): Promise<void>;
}

interface DeskOptions {
  readonly databaseUrl: string;
  /** This process also looks after lapsed leases. */
  readonly supervise: boolean;
  readonly timings: Timings;
  readonly coldStartMs: number;
}

/** Database, queue and bus for the operations. */
export async function openDesk(
  { databaseUrl, supervise, timings, coldStartMs }: DeskOptions,
  { bus, logger }: Pick<Platform, 'bus' | 'logger'>,
): Promise<OpenDesk> {
  const database = await openJobsDatabase({ url: databaseUrl, logger });
  const queue = await createTaskQueue({ databaseUrl, logger, supervise, timings });
  const forecaster = createForecaster({ queue, pool: database.pool, coldStartMs });
  const promises = createPromiseKeeper({ forecaster, pool: database.pool, logger });
  return {
    database,
    queue,
    writing: createJobWriting({ pool: database.pool, queue }),
    countLiveJobs: createCountLiveJobs(database),
    forecaster,
    promises,
    bus,
    logger,
    now: () => new Date(),
    close: async () => {
      await promises.close();
      await queue.close();
      await database.close();
    },
  };
}

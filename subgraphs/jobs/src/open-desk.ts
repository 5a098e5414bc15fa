import type { Platform } from '@modu/module';
import { createTaskQueue } from '@modu/tasks';
import type { Timings } from '@modu/tasks';
import type { JobsDesk } from './operations/jobs-desk.ts';
import { openJobsDatabase } from './store/database.ts';

export interface OpenDesk extends JobsDesk {
  close(): Promise<void>;
}

/** Database, queue and bus for the operations. `supervise`: this process also looks after lapsed leases. */
export async function openDesk(
  {
    databaseUrl,
    supervise,
    timings,
  }: { readonly databaseUrl: string; readonly supervise: boolean; readonly timings: Timings },
  { bus, logger }: Pick<Platform, 'bus' | 'logger'>,
): Promise<OpenDesk> {
  const database = await openJobsDatabase({ url: databaseUrl, logger });
  const queue = await createTaskQueue({ databaseUrl, logger, supervise, timings });
  return {
    database,
    queue,
    bus,
    logger,
    now: () => new Date(),
    close: async () => {
      await queue.close();
      await database.close();
    },
  };
}

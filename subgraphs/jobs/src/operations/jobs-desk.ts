import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import type { TaskQueue } from '@modu/tasks';
import type { JobsDatabase } from '../store/database.ts';
import type { Forecaster } from '../waits/forecaster.ts';
import type { PromiseKeeper } from '../waits/promise-keeper.ts';
import type { CountLiveJobs } from './count-live-jobs.ts';
import type { JobWriting } from './write-together.ts';

/** What the operations work with. */
export interface JobsDesk {
  readonly database: JobsDatabase;
  readonly queue: TaskQueue;
  readonly forecaster: Forecaster;
  readonly writing: JobWriting;
  readonly countLiveJobs: CountLiveJobs;
  readonly promises: PromiseKeeper;
  readonly bus: Bus;
  readonly logger: Logger;
  now(): Date;
}

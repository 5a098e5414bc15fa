import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import type { TaskQueue } from '@modu/tasks';
import type { JobsDatabase } from '../store/database.ts';

/** What the operations work with. */
export interface JobsDesk {
  readonly database: JobsDatabase;
  readonly queue: TaskQueue;
  readonly bus: Bus;
  readonly logger: Logger;
  now(): Date;
}

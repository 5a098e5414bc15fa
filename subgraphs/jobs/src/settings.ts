import { postgresUrl } from '@modu/settings';
import { z } from 'zod';
import { tasksPace } from './tasks-pace.ts';

export const jobsSettings = z.object({
  /** Where jobs and the task queue lie. The other modules that run tasks are given the same address. */
  JOBS_DATABASE_URL: postgresUrl,
  TASKS_PACE: tasksPace,
});

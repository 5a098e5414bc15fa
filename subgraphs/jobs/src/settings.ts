import { postgresUrl } from '@modu/settings';
import { z } from 'zod';
import { tasksPace } from './tasks-pace.ts';

export const jobsSettings = z.object({
  /** Where jobs and the task queue lie. The other modules that run tasks are given the same address. */
  JOBS_DATABASE_URL: postgresUrl,
  TASKS_PACE: tasksPace,
  /** How long the first worker takes to be there where there is none: what a wait is foretold by. */
  JOBS_COLD_START_MS: z.coerce.number().int().min(0).max(3_600_000).default(60_000),
});

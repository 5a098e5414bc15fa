import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

/** Where jobs and the task queue lie. The other modules that run tasks are given the same address. */
export const jobsSettings = z.object({ JOBS_DATABASE_URL: postgresUrl });

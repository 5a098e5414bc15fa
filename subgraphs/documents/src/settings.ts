import { tasksPace } from '@modu/jobs/contracts';
import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const documentsSettings = z.object({ DOCUMENTS_DATABASE_URL: postgresUrl });

export const documentsTasksSettings = documentsSettings.extend({
  /** Where the task queue lies. */
  JOBS_DATABASE_URL: postgresUrl,
  TASKS_PACE: tasksPace,
  /** How many jobs of each kind this process runs at once. */
  DOCUMENTS_SLOTS: z.coerce.number().int().min(1).max(64).default(1),
});

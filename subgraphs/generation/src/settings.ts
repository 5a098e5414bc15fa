import { tasksPace } from '@modu/jobs/contracts';
import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const generationSettings = z.object({
  /** Where words are looked at before anything is made: a service that speaks as OpenAI's moderations do. None when absent. */
  GENERATION_MODERATION_URL: z.url().optional(),
  GENERATION_MODERATION_KEY: z.string().min(1).optional(),
});
export type GenerationSettings = z.output<typeof generationSettings>;

export const generationTasksSettings = z.object({
  /** Where the task queue lies. */
  JOBS_DATABASE_URL: postgresUrl,
  TASKS_PACE: tasksPace,
  /** How many pictures this process makes at once. */
  GENERATION_SLOTS: z.coerce.number().int().min(1).max(64).default(1),
});

import { tasksPace } from '@modu/jobs/contracts';
import { postgresUrl } from '@modu/settings';
import { z } from 'zod';
import { TIERS } from './domain/model.ts';

const KINDS = ['invokeai', 'comfyui', 'openai'] as const;
const backend = z.object({ kind: z.enum(KINDS), url: z.url({ protocol: /^https?$/ }) });

const engineSettings = z.object({
  /** Engines elsewhere: `kind=url`, divided by commas; a kind may come several times. None when absent. */
  GENERATION_ENGINES: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .filter((part) => part.trim() !== '')
        .map((part) => ({
          kind: part.slice(0, part.indexOf('=')).trim(),
          url: part.slice(part.indexOf('=') + 1).trim(),
        })),
    )
    .pipe(z.array(backend))
    .optional(),
  GENERATION_INVOKEAI_TOKEN: z.string().min(1).optional(),
  GENERATION_OPENAI_KEY: z.string().min(1).optional(),
  /** The models to offer, divided by commas; all that look like they make pictures when absent. */
  GENERATION_OPENAI_MODELS: z.string().min(1).optional(),
});
export type EngineSettings = z.output<typeof engineSettings>;

export const generationSettings = engineSettings.extend({
  /** The lowest plan that may use engines elsewhere; the one that is built in is open to all. */
  GENERATION_ENGINES_MINIMUM_TIER: z.enum(TIERS).default('FREE'),
  /** Where words are looked at before anything is made: a service that speaks as OpenAI's moderations do. None when absent. */
  GENERATION_MODERATION_URL: z.url().optional(),
  GENERATION_MODERATION_KEY: z.string().min(1).optional(),
});
export type GenerationSettings = z.output<typeof generationSettings>;

export const generationTasksSettings = engineSettings.extend({
  /** Where the task queue lies. */
  JOBS_DATABASE_URL: postgresUrl,
  TASKS_PACE: tasksPace,
  /** How many pictures this process makes at once. */
  GENERATION_SLOTS: z.coerce.number().int().min(1).max(64).default(1),
});

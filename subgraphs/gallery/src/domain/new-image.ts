import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { z } from 'zod';

const PROMPT_LENGTH_MAX = 10_000;
const SETTINGS_BYTES_MAX = 32_768;

const prompt = z
  .string()
  .max(PROMPT_LENGTH_MAX)
  .nullish()
  .transform((value) => value ?? null);

const newImage = z.object({
  id: z.uuid(),
  ownerId: z.string().min(1).max(200),
  assetId: z.uuid(),
  jobId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  parentId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  task: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .nullish()
    .transform((value) => value ?? null),
  batchIndex: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .nullish()
    .transform((value) => value ?? null),
  modelId: z
    .string()
    .min(1)
    .max(200)
    .nullish()
    .transform((value) => value ?? null),
  prompt,
  negativePrompt: prompt,
  seed: z
    .number()
    .int()
    .min(Number.MIN_SAFE_INTEGER)
    .max(Number.MAX_SAFE_INTEGER)
    .nullish()
    .transform((value) => value ?? null),
  settings: z
    .json()
    .nullish()
    .transform((value) => value ?? null)
    .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= SETTINGS_BYTES_MAX),
});

export type NewImage = z.output<typeof newImage>;

/** Checks `CreateImageInput`; a refusal names the first field that is wrong. */
export function parseNewImage(input: unknown): NewImage | Refusal {
  const parsed = newImage.safeParse(input);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  return refuse('INVALID_INPUT', 'image.input', { path: ['input', field], params: { field } });
}

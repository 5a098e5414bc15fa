import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isPlainLine, isPlainText } from '@modu/plain-text';
import { z } from 'zod';

const PROMPT_LENGTH_MAX = 10_000;
const SETTINGS_BYTES_MAX = 32_768;
const SETTINGS_DEPTH_MAX = 16;

/** In its one spelling, so that it is found however it was typed. */
const prompt = z
  .string()
  .max(PROMPT_LENGTH_MAX)
  .refine(isPlainText)
  .nullish()
  .transform((value) => value?.normalize('NFC') ?? null);

const name = z.string().min(1).max(200).refine(isPlainLine);

type Json = z.output<ReturnType<typeof z.json>>;

/** JSON of which every name and text is plain and that is not so deep that its readers would not come to its end. */
function isPlainJson(value: unknown, depth = 0): value is Json {
  if (typeof value === 'string') return isPlainText(value);
  if (typeof value !== 'object') return typeof value === 'number' || typeof value === 'boolean';
  if (value === null) return true;
  if (depth === SETTINGS_DEPTH_MAX) return false;
  return Object.entries(value).every(([key, part]) => isPlainLine(key) && isPlainJson(part, depth + 1));
}

const newImage = z.object({
  id: z.uuid(),
  ownerId: name,
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
  modelId: name.nullish().transform((value) => value ?? null),
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
    .custom<Json>((value) => isPlainJson(value))
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

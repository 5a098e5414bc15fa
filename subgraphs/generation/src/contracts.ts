import { z } from 'zod';

export const IMAGE_TASKS = ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'UPSCALE', 'INPAINT'] as const;
export type ImageTask = (typeof IMAGE_TASKS)[number];

/** The kinds of the jobs that make pictures; see `jobRunTask` in the contracts of jobs. */
export const JOB_KINDS: Readonly<Record<ImageTask, string>> = {
  TEXT_TO_IMAGE: 'image.text-to-image',
  IMAGE_TO_IMAGE: 'image.image-to-image',
  UPSCALE: 'image.upscale',
  INPAINT: 'image.inpaint',
};

/** What such a job carries: everything that decides what its pictures look like. */
export const imageJobSchema = z.object({
  task: z.enum(IMAGE_TASKS).default('TEXT_TO_IMAGE'),
  modelId: z.string(),
  /** As it was written, choices included; each picture has its own reading. */
  prompt: z.string(),
  negativePrompt: z.string().nullable(),
  styleId: z.string().nullable().default(null),
  width: z.int(),
  height: z.int(),
  steps: z.int(),
  /** Of the first picture; each next one has the next number. */
  seed: z.int(),
  count: z.int().min(1).max(8).default(1),
  strength: z.number().nullable().default(null),
  factor: z.literal([2, 4]).nullable().default(null),
  /** The picture to start from: its asset, and the gallery's picture when it is one. */
  source: z.object({ assetId: z.string(), imageId: z.string().nullable() }).nullable().default(null),
  /** Base64 of a small PNG: white is made anew. */
  maskPng: z.string().nullable().default(null),
});
export type ImageJob = z.output<typeof imageJobSchema>;

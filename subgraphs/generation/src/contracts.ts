import { z } from 'zod';

/** The kind of the jobs that make pictures from words; see `jobRunTask` in the contracts of jobs. */
export const TEXT_TO_IMAGE_KIND = 'image.text-to-image';

/** What such a job carries: everything that decides what the picture looks like. */
export const textToImageSchema = z.object({
  modelId: z.string(),
  prompt: z.string(),
  negativePrompt: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  steps: z.int(),
  seed: z.int(),
});
export type TextToImage = z.output<typeof textToImageSchema>;

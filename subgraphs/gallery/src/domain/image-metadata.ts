import { z } from 'zod';
import type { Image } from './image.ts';

/** Raised when a reader of before would misread what is written. */
const VERSION = 1;

const word = z.string().nullable();

/**
 * What a picture is and was made from, as it lies beside it in the bucket (`metadata.json`). None of it ever changes: titles,
 * tags, stars and boards are the gallery's alone, and nothing of what a camera wrote down is in it.
 */
const imageMetadata = z.object({
  schema: z.literal('modu.image'),
  version: z.literal(VERSION),
  id: z.uuid(),
  ownerId: z.string().min(1),
  assetId: z.uuid(),
  thumbnailAssetId: z.uuid(),
  thumbhash: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  prompt: word,
  negativePrompt: word,
  seed: z.number().nullable(),
  modelId: word,
  /** `TEXT_TO_IMAGE`, `UPSCALE`, … */
  task: word,
  /** The picture it was made from. */
  parentId: z.uuid().nullable(),
  jobId: z.uuid().nullable(),
  batchIndex: z.int().nullable(),
  /** Steps, style, strength and what else it was made with. */
  settings: z.json(),
  createdAt: z.iso.datetime().transform((at) => new Date(at)),
});

export type ImageMetadata = z.output<typeof imageMetadata>;

/** The document of a picture. */
export function describeImage(image: Image): string {
  const { id, ownerId, assetId, thumbnailAssetId, thumbhash, width, height, createdAt } = image;
  const { prompt, negativePrompt, seed, modelId, task, parentId, jobId, batchIndex, settings } = image;
  const made = { prompt, negativePrompt, seed, modelId, task, parentId, jobId, batchIndex, settings };
  const is = { id, ownerId, assetId, thumbnailAssetId, thumbhash, width, height };
  return `${JSON.stringify({ schema: 'modu.image', version: VERSION, ...is, ...made, createdAt }, undefined, 2)}\n`;
}

/** Reads such a document; `undefined` for what is none, or of a version that is not known here. */
export function parseMetadata(text: string): ImageMetadata | undefined {
  try {
    return imageMetadata.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

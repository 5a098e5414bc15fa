import { deriveId } from '@modu/ids';
import type { ImageJob } from '../contracts.ts';
import { expandPrompt } from './dynamic-prompt.ts';
import { SEED_MAX } from './request.ts';

/** The pictures of a job have ids that follow from the job's, so that a repeated run makes the same ones. */
export const imageIdOf = (jobId: string, index: number): string =>
  index === 0 ? deriveId('image', jobId) : deriveId('image', jobId, String(index));

/** The key under which a picture of a job is stored. */
export const storageKeyOf = (jobId: string, index: number): string =>
  index === 0 ? `${jobId}:original` : `${jobId}:original-${index}`;

export const indicesOf = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** What sets one picture of a job apart from the others. */
export interface BatchPicture {
  readonly index: number;
  readonly seed: number;
  /** The prompt as it is read for this picture. */
  readonly prompt: string;
}

export function pictureOf({ seed, prompt }: Pick<ImageJob, 'seed' | 'prompt'>, index: number): BatchPicture {
  return { index, seed: (seed + index) % (SEED_MAX + 1), prompt: expandPrompt(prompt, { seed, index }) };
}

/** All that a picture was made with, kept beside it: enough to make it again, and to find the others of its job. */
export function settingsOf(
  job: ImageJob,
  { jobId, index, engine }: { jobId: string; index: number; engine: Readonly<Record<string, unknown>> },
): Record<string, unknown> {
  const { task, width, height, steps, styleId, strength, factor, source, count, prompt } = job;
  const expanded = pictureOf(job, index).prompt;
  return {
    ...{ task, width, height, steps },
    ...(styleId === null ? {} : { styleId }),
    ...(strength === null ? {} : { strength }),
    ...(factor === null ? {} : { factor }),
    ...(source === null ? {} : { source }),
    ...(expanded === prompt ? {} : { promptTemplate: prompt }),
    ...(count === 1 ? {} : { batch: { index, count, imageIds: indicesOf(count).map((i) => imageIdOf(jobId, i)) } }),
    engine,
  };
}

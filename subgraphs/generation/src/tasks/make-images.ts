import type { ImageResult } from '@modu/engine-image';
import { findStored, isRemoteRefusal, RunFailure, storeFile } from '@modu/paid-work';
import type { Run } from '@modu/paid-work';
import type { ImageJob } from '../contracts.ts';
import { imageIdOf, pictureOf, settingsOf, storageKeyOf } from '../domain/batch.ts';
import type { Arrow } from './arrows.ts';
import { fetchSource } from './fetch-source.ts';
import type { Sources } from './fetch-source.ts';
import { paint } from './paint.ts';
import { createProgressReporter } from './progress-reporter.ts';
import type { RunTools } from './run-image-job.ts';

interface Making {
  readonly run: Run;
  readonly job: ImageJob;
  /** The pictures of the job that are still to be made. */
  readonly indices: readonly number[];
  readonly arrow: Arrow;
  /** Makes the job uncancelable, or cleans up and throws. */
  readonly seal: (tools: RunTools, sealing: { run: Run; assetIds: readonly string[] }) => Promise<void>;
}

interface Painted {
  readonly index: number;
  readonly picture: ImageResult;
}

interface Stored {
  readonly index: number;
  readonly assetId: string;
  /** Absent when an earlier run painted it: what its engine told of it went with that run. */
  readonly picture?: ImageResult;
}

/**
 * Paints all pictures first, then stores them, then seals the job and shows them: a job that fails or is canceled half way
 * leaves no half batch behind. What an earlier run has stored is neither painted nor paid for elsewhere again.
 */
export async function makeImages(tools: RunTools, { run, job, indices, arrow, seal }: Making): Promise<void> {
  const stored = await findStoredPictures(tools, { run, indices });
  const unpainted = indices.filter((index) => !stored.some((one) => one.index === index));
  // What is painted already needs no source: it may be gone by now.
  const from = { ownerId: run.ownerId, job, signal: run.signal };
  const sources = unpainted.length > 0 ? await fetchSource(tools.clients.assets, from) : {};
  const painted: Painted[] = [];
  for (const index of unpainted) painted.push({ index, picture: await paintOne(tools, { run, job, index, sources }) });
  await arrow('painted');

  const { jobId, ownerId, attempt, signal } = run;
  for (const { index, picture } of painted) {
    const storing = { assets: tools.clients.assets, put: tools.put, ownerId, attempt, signal, onStep: arrow };
    const file = toFile(jobId, { index, picture });
    stored.push({ index, picture, assetId: await storeFile({ ...storing, file }) });
  }
  await seal(tools, { run, assetIds: stored.map(({ assetId }) => assetId) });
  await arrow('sealed');
  for (const one of stored.toSorted((a, b) => a.index - b.index)) await show(tools, { run, job, ...one });
}

async function findStoredPictures(
  { clients }: RunTools,
  { run: { jobId, ownerId, attempt }, indices }: Pick<Making, 'run' | 'indices'>,
): Promise<Stored[]> {
  if (attempt === 1) return [];
  const found = indices.map(async (index) => {
    const key = storageKeyOf(jobId, index);
    return { index, assetId: await findStored(clients.assets, { ownerId, attempt, key }) };
  });
  return (await Promise.all(found)).flatMap(({ index, assetId }) => (assetId === undefined ? [] : { index, assetId }));
}

function toFile(jobId: string, { index, picture: { bytes, contentType } }: Painted) {
  const imageId = imageIdOf(jobId, index);
  const idempotencyKey = storageKeyOf(jobId, index);
  const purpose = 'IMAGE_ORIGINAL' as const;
  return { filename: `${imageId}.png`, contentType, bytes, purpose, imageId, idempotencyKey };
}

async function show(
  { clients }: RunTools,
  { run, job, index, assetId, picture }: Stored & Pick<Making, 'run' | 'job'>,
): Promise<void> {
  const { jobId, ownerId } = run;
  const { seed, prompt } = pictureOf(job, index);
  const { modelId, negativePrompt } = job;
  const image = await clients.gallery.createImage({
    ...{ id: imageIdOf(jobId, index), ownerId, assetId, jobId, modelId, prompt: prompt || null, negativePrompt, seed },
    ...{ parentId: job.source?.imageId ?? null, task: job.task, batchIndex: index },
    settings: settingsOf(job, { jobId, index, engine: picture?.metadata ?? {} }),
  });
  if (!isRemoteRefusal(image)) return;
  const cause = new Error(`gallery: ${image.code} ${image.message}`);
  throw new RunFailure('STORAGE_FAILED', { retryable: true, cause });
}

function paintOne(
  { engine, publish, engineTimeoutMs }: RunTools,
  { run, job, index, sources }: { run: Run; job: ImageJob; index: number; sources: Sources },
): Promise<ImageResult> {
  const { jobId, ownerId, attempt, signal } = run;
  const estimatedMs = Math.ceil(run.estimatedMs / job.count);
  const batch = { index, count: job.count, pictureMs: estimatedMs };
  const report = createProgressReporter({ run: { jobId, ownerId, attempt }, publish, batch });
  report({ step: 0, stepsTotal: job.steps, progress: 0, etaMs: estimatedMs });
  const deadline = engineTimeoutMs === undefined ? {} : { timeoutMs: engineTimeoutMs };
  return paint({ engine, job, index, sources, estimatedMs, signal, report, ...deadline });
}

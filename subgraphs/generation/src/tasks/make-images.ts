import type { ImageResult } from '@modu/engine-image';
import { findStored, goOnInParts, isRemoteRefusal, RunFailure, storeFile } from '@modu/paid-work';
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
  /** An earlier run has stored all of them. */
  readonly isSealed: boolean;
  readonly arrow: Arrow;
  /** Makes the job uncancelable, or cleans up and throws. */
  readonly seal: (tools: RunTools, sealing: { run: Run; assetIds: readonly string[] }) => Promise<void>;
}

interface Stored {
  readonly index: number;
  readonly assetId: string;
  /** Absent when an earlier run painted it: what its engine told of it went with that run. */
  readonly picture?: ImageResult;
}

/**
 * Paints and stores one picture after the other, then seals the job and shows them all: of a job that fails or is canceled half way
 * nobody sees half a batch, and what was stored is removed. What an earlier run has stored is neither painted nor paid for elsewhere
 * again; a batch for which the time of one run is too short is gone on with in the next. What is missing of a sealed job was
 * shown, and its owner has deleted it since: it stays deleted.
 */
export async function makeImages(tools: RunTools, { run, job, indices, isSealed, arrow, seal }: Making): Promise<void> {
  const stored = await findStoredPictures(tools, { run, indices });
  const unpainted = isSealed ? [] : indices.filter((index) => !stored.some((one) => one.index === index));
  const painting = { run, job, indices: unpainted, arrow };
  stored.push(...(await goOnInParts(run, (onKept) => paintAll(tools, { ...painting, onKept }))));
  await seal(tools, { run, assetIds: stored.map(({ assetId }) => assetId) });
  await arrow('sealed');
  for (const one of stored.toSorted((a, b) => a.index - b.index)) await show(tools, { run, job, ...one });
}

async function paintAll(
  tools: RunTools,
  { run, job, indices, arrow, onKept }: Omit<Making, 'seal' | 'isSealed'> & { readonly onKept: () => void },
): Promise<Stored[]> {
  // What is painted already needs no source: it may be gone by now.
  if (indices.length === 0) return [];
  const { ownerId, attempt, signal } = run;
  const sources = await fetchSource(tools.clients.assets, { ownerId, job, signal });
  const storing = { assets: tools.clients.assets, put: tools.put, ownerId, attempt, signal, onStep: arrow };
  const stored: Stored[] = [];
  for (const index of indices) {
    const picture = await paintOne(tools, { run, job, index, sources });
    await arrow('painted');
    const assetId = await storeFile({ ...storing, file: toFile(run.jobId, { index, picture }) });
    stored.push({ index, picture, assetId });
    onKept();
  }
  return stored;
}

/** The first run may be an earlier one gone on; they are stored in order, so that the first picture tells. */
async function findStoredPictures(
  { clients }: RunTools,
  { run: { jobId, ownerId, attempt }, indices }: Pick<Making, 'run' | 'indices'>,
): Promise<Stored[]> {
  const [first] = indices;
  if (first === undefined) return [];
  const atOnce = { ownerId, attempt: 0, key: storageKeyOf(jobId, first) };
  if (attempt === 1 && (await findStored(clients.assets, atOnce)) === undefined) return [];
  const found = indices.map(async (index) => {
    const key = storageKeyOf(jobId, index);
    return { index, assetId: await findStored(clients.assets, { ownerId, attempt, key }) };
  });
  return (await Promise.all(found)).flatMap(({ index, assetId }) => (assetId === undefined ? [] : { index, assetId }));
}

function toFile(
  jobId: string,
  { index, picture: { bytes, contentType } }: Required<Pick<Stored, 'index' | 'picture'>>,
) {
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

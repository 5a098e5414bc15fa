import type { ImageEngine } from '@modu/engine-image';
import type { JobProgress } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, sealRun, settleRun } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, PutBytes, Run } from '@modu/paid-work';
import { imageJobSchema } from '../contracts.ts';
import type { ImageJob } from '../contracts.ts';
import { imageIdOf, indicesOf } from '../domain/batch.ts';
import type { GalleryClient } from '../store/gallery-client.ts';
import type { Arrow } from './arrows.ts';
import { makeImages } from './make-images.ts';

/** What a run works with. */
export interface RunTools {
  readonly clients: {
    readonly jobs: JobsClient;
    readonly billing: BillingClient;
    readonly assets: AssetsClient;
    readonly gallery: GalleryClient;
  };
  readonly engine: ImageEngine;
  readonly put: PutBytes;
  readonly publish: (progress: JobProgress) => void;
  readonly logger: Logger;
  readonly engineTimeoutMs?: number;
  /** Awaited after each step. */
  readonly onArrow?: Arrow;
}

/** Makes the pictures of a job. Each step finds what an earlier run of the job has made, so that a crash costs only time. */
export function createRunImageJob(tools: RunTools): (run: Run) => Promise<void> {
  const arrow: Arrow = tools.onArrow ?? (() => Promise.resolve());

  return async (run) => {
    const { isSealed } = await beginRun(tools, run);
    await arrow('started');
    await ensureHold(tools, run);
    await arrow('held');

    const job = parsePayload(imageJobSchema, run.payload);
    const missing = await missingImages(tools, run, job);
    if (missing.length > 0) await makeImages(tools, { run, job, indices: missing, isSealed, arrow, seal });
    await arrow('kept');
    const chargedCredits = await settleRun(tools, run);
    await arrow('settled');
    await endRun(tools, run, { chargedCredits, ...outcomeOf(run) });
    await arrow('completed');
    const { jobId, attempt } = run;
    tools.logger.info({ jobId, count: job.count, attempt }, 'the pictures of a job were made');
  };
}

const outcomeOf = ({ jobId }: Run) => ({ resultType: 'Image', resultId: imageIdOf(jobId, 0) });

/**
 * Which of the job's pictures an earlier run has not brought into the gallery. The first run may be an earlier one gone on, that
 * could not settle: then all are there, and the last tells.
 */
async function missingImages({ clients }: RunTools, run: Run, { count }: ImageJob): Promise<number[]> {
  const indices = indicesOf(count);
  const find = (index: number) => clients.gallery.find(run.ownerId, imageIdOf(run.jobId, index));
  if (run.attempt === 1) return (await find(count - 1)) ? [] : indices;
  const there = await Promise.all(indices.map(find));
  return indices.filter((index) => there[index] === null);
}

/** Stored pictures of a job that was canceled must not take space. */
function seal(tools: RunTools, { run, assetIds }: { run: Run; assetIds: readonly string[] }): Promise<void> {
  const discard = async () => {
    for (const assetId of assetIds) await tools.clients.assets.deleteAsset(run.ownerId, assetId);
  };
  return sealRun(tools, run, { outcome: outcomeOf(run), discard });
}

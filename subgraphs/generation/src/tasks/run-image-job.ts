import type { ImageEngine, ImageResult } from '@modu/engine-image';
import { deriveId } from '@modu/ids';
import type { JobProgress, JobRun } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import type { RunContext } from '@modu/tasks';
import { textToImageSchema } from '../contracts.ts';
import type { TextToImage } from '../contracts.ts';
import type { AssetsClient } from '../store/assets-client.ts';
import type { BillingClient } from '../store/billing-client.ts';
import type { GalleryClient } from '../store/gallery-client.ts';
import type { JobsClient } from '../store/jobs-client.ts';
import { isRemoteRefusal } from '../store/remote-answer.ts';
import type { RemoteRefusal } from '../store/remote-answer.ts';
import type { Arrow } from './arrows.ts';
import { paint } from './paint.ts';
import { createProgressReporter } from './progress-reporter.ts';
import type { PutBytes } from './put-bytes.ts';
import { JobTakenError, RunFailure } from './run-failure.ts';
import { storePicture } from './store-picture.ts';

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

type Run = JobRun & Pick<RunContext, 'attempt' | 'signal'>;

/** Renewed every minute by jobs as long as the job lives; should it be canceled right now, the credits are back soon. */
const HOLD_SECONDS = 120;

/** Makes the picture of a job. Each step finds what an earlier run of the job has made, so that a crash costs only time. */
export function createRunImageJob(tools: RunTools): (run: Run) => Promise<void> {
  const { clients, logger } = tools;
  const arrow: Arrow = tools.onArrow ?? (() => Promise.resolve());

  return async (run) => {
    const { jobId: id, ownerId, attempt, quotedCredits } = run;
    mustBeOurs(await clients.jobs.startJob({ id, attempt }));
    await arrow('started');
    await ensureHold(clients.billing, run);
    await arrow('held');

    const imageId = deriveId('image', id);
    const isThere = attempt > 1 && (await clients.gallery.exists(ownerId, imageId));
    if (!isThere) await makeImage(tools, { run, imageId, arrow });
    await arrow('kept');
    const chargedCredits = await settle(tools, { jobId: id, amount: quotedCredits });
    await arrow('settled');
    const result = { chargedCredits, resultType: 'Image', resultId: imageId };
    mustBeOurs(await clients.jobs.completeJob({ id, attempt, ...result }));
    await arrow('completed');
    logger.info({ jobId: id, imageId, attempt }, 'a picture was made');
  };
}

async function makeImage(
  tools: RunTools,
  { run, imageId, arrow }: { run: Run; imageId: string; arrow: Arrow },
): Promise<void> {
  const { assets, gallery } = tools.clients;
  const { jobId, ownerId, attempt, signal } = run;
  const wish = parsePayload(run.payload);
  const picture = await paintWish(tools, { run, wish });
  await arrow('painted');
  const stored = { assets, put: tools.put, arrow, picture, jobId, imageId, ownerId, attempt, signal };
  const assetId = await storePicture(stored);
  await seal(tools, { run, assetId, imageId });
  await arrow('sealed');

  const { modelId, prompt, negativePrompt, seed, ...settings } = wish;
  const image = await gallery.createImage({
    ...{ id: imageId, ownerId, assetId, jobId, modelId, prompt, negativePrompt, seed },
    settings: { ...settings, engine: picture.metadata },
  });
  if (!isRemoteRefusal(image)) return;
  throw new RunFailure('STORAGE_FAILED', {
    retryable: true,
    cause: new Error(`gallery: ${image.code} ${image.message}`),
  });
}

/** From here on the job can't be canceled. If it was, nobody will ever see what was stored, and it must not take space. */
async function seal(
  { clients }: RunTools,
  { run, assetId, imageId }: { run: Run; assetId: string; imageId: string },
): Promise<void> {
  const { jobId, ownerId, attempt } = run;
  const sealed = await clients.jobs.sealJob({ id: jobId, attempt, imageId });
  if (isRemoteRefusal(sealed) && sealed.code === 'ALREADY_FINISHED') {
    // Or it was completed by a later run, whose picture may be this very asset.
    const job = await clients.jobs.find(jobId);
    if (job?.status === 'CANCELED') await clients.assets.deleteAsset(ownerId, assetId);
  }
  mustBeOurs(sealed);
}

function paintWish(
  { engine, publish, engineTimeoutMs }: RunTools,
  { run, wish }: { run: Run; wish: TextToImage },
): Promise<ImageResult> {
  const { jobId, ownerId, attempt, signal, estimatedMs } = run;
  const report = createProgressReporter({ run: { jobId, ownerId, attempt }, publish });
  report({ step: 0, stepsTotal: wish.steps, progress: 0, etaMs: estimatedMs });
  const deadline = engineTimeoutMs === undefined ? {} : { timeoutMs: engineTimeoutMs };
  return paint({ engine, wish, estimatedMs, signal, report, ...deadline });
}

function parsePayload(payload: unknown): TextToImage {
  const parsed = textToImageSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new RunFailure('INVALID_REQUEST', { retryable: false, cause: parsed.error });
}

/** The first hold is for seconds; when the job had to wait for long without anyone renewing it, it is made anew here. */
async function ensureHold(billing: BillingClient, { jobId, ownerId, quotedCredits }: Run): Promise<void> {
  const wanted = { jobId, userId: ownerId, amount: quotedCredits, expiresInSeconds: HOLD_SECONDS };
  const hold = await billing.holdCredits(wanted);
  if (!isRemoteRefusal(hold)) return;
  const code = hold.code === 'INSUFFICIENT_CREDITS' ? hold.code : 'INTERNAL';
  throw new RunFailure(code, { retryable: false, cause: new Error(`billing: ${hold.code} ${hold.message}`) });
}

/** @returns what was charged: nothing, should the hold have lapsed and the credits be gone by now. The picture is there. */
async function settle({ clients, logger }: RunTools, settlement: { jobId: string; amount: number }): Promise<number> {
  const settled = await clients.billing.settleHold(settlement);
  if (!isRemoteRefusal(settled)) return settlement.amount;
  if (settled.code !== 'INSUFFICIENT_CREDITS') throw new Error(`billing: ${settled.code} ${settled.message}`);
  logger.error({ jobId: settlement.jobId }, 'a picture was made whose hold had lapsed; it is not charged');
  return 0;
}

function mustBeOurs<Answer extends object>(answer: Answer | RemoteRefusal): asserts answer is Answer {
  if (isRemoteRefusal(answer)) throw new JobTakenError(answer);
}

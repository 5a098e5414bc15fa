import type { ImageEngine } from '@modu/engine-image';
import type { JobProgress, JobRun } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import { TaskRetryError } from '@modu/tasks';
import type { RunContext } from '@modu/tasks';
import { imageJobSchema } from '../contracts.ts';
import type { ImageJob } from '../contracts.ts';
import { imageIdOf, indicesOf } from '../domain/batch.ts';
import type { AssetsClient } from '../store/assets-client.ts';
import type { BillingClient } from '../store/billing-client.ts';
import type { GalleryClient } from '../store/gallery-client.ts';
import type { JobsClient } from '../store/jobs-client.ts';
import { isRemoteRefusal } from '../store/remote-answer.ts';
import type { RemoteRefusal } from '../store/remote-answer.ts';
import type { Arrow } from './arrows.ts';
import { makeImages } from './make-images.ts';
import type { PutBytes } from './put-bytes.ts';
import { JobTakenError, RunFailure } from './run-failure.ts';

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

export type Run = JobRun & Pick<RunContext, 'attempt' | 'signal'>;

/** Renewed every minute by jobs as long as the job lives; should it be canceled right now, the credits are back soon. */
const HOLD_SECONDS = 120;
const ABSENCE_MS = 1_000;

/** Makes the pictures of a job. Each step finds what an earlier run of the job has made, so that a crash costs only time. */
export function createRunImageJob(tools: RunTools): (run: Run) => Promise<void> {
  const { clients, logger } = tools;
  const arrow: Arrow = tools.onArrow ?? (() => Promise.resolve());

  return async (run) => {
    const { jobId: id, attempt, quotedCredits } = run;
    mustBeOurs(await begin(clients.jobs, { id, attempt }));
    await arrow('started');
    await ensureHold(clients.billing, run);
    await arrow('held');

    const job = parsePayload(run.payload);
    const missing = await missingImages(tools, run, job);
    if (missing.length > 0) await makeImages(tools, { run, job, indices: missing, arrow, seal });
    await arrow('kept');
    const chargedCredits = await settle(tools, { jobId: id, amount: quotedCredits });
    await arrow('settled');
    const result = { chargedCredits, resultType: 'Image', resultId: imageIdOf(id, 0) };
    mustBeOurs(await clients.jobs.completeJob({ id, attempt, ...result }));
    await arrow('completed');
    logger.info({ jobId: id, count: job.count, attempt }, 'the pictures of a job were made');
  };
}

/** While jobs is away nothing has begun, and waiting uses up no run: an outage of an hour costs an hour, not the job. */
async function begin(jobs: JobsClient, step: { id: string; attempt: number }) {
  try {
    return await jobs.startJob(step);
  } catch (cause) {
    throw new TaskRetryError({ afterMs: ABSENCE_MS, counts: false, cause });
  }
}

/** Which of the job's pictures an earlier run has not brought into the gallery. */
async function missingImages({ clients }: RunTools, run: Run, { count }: ImageJob): Promise<number[]> {
  const indices = indicesOf(count);
  if (run.attempt === 1) return indices;
  const there = await Promise.all(
    indices.map((index) => clients.gallery.find(run.ownerId, imageIdOf(run.jobId, index))),
  );
  return indices.filter((index) => there[index] === null);
}

/** From here on the job can't be canceled. If it was, nobody will ever see what was stored, and it must not take space. */
async function seal(
  { clients }: RunTools,
  { run, assetIds }: { run: Run; assetIds: readonly string[] },
): Promise<void> {
  const { jobId, ownerId, attempt } = run;
  const sealed = await clients.jobs.sealJob({ id: jobId, attempt, imageId: imageIdOf(jobId, 0) });
  if (isRemoteRefusal(sealed) && sealed.code === 'ALREADY_FINISHED') {
    // Or it was completed by a later run, whose pictures may be these very assets.
    const job = await clients.jobs.find(jobId);
    if (job?.status === 'CANCELED') for (const assetId of assetIds) await clients.assets.deleteAsset(ownerId, assetId);
  }
  mustBeOurs(sealed);
}

function parsePayload(payload: unknown): ImageJob {
  const parsed = imageJobSchema.safeParse(payload);
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

/** @returns what was charged: nothing, should the hold have lapsed and the credits be gone by now. The pictures are there. */
async function settle({ clients, logger }: RunTools, settlement: { jobId: string; amount: number }): Promise<number> {
  const settled = await clients.billing.settleHold(settlement);
  if (!isRemoteRefusal(settled)) return settlement.amount;
  if (settled.code !== 'INSUFFICIENT_CREDITS') throw new Error(`billing: ${settled.code} ${settled.message}`);
  logger.error({ jobId: settlement.jobId }, 'pictures were made whose hold had lapsed; they are not charged');
  return 0;
}

function mustBeOurs<Answer extends object>(answer: Answer | RemoteRefusal): asserts answer is Answer {
  if (isRemoteRefusal(answer)) throw new JobTakenError(answer);
}

import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId, deriveId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { TEXT_TO_IMAGE_KIND } from '../contracts.ts';
import type { TextToImage } from '../contracts.ts';
import { priorityOf } from '../domain/model.ts';
import { priceOf } from '../domain/price.ts';
import { parseWish, refuseByTerms, refuseModel } from '../domain/request.ts';
import type { TextToImageInput } from '../domain/request.ts';
import type { CreateJobInput } from '../store/jobs-client.ts';
import { isRemoteRefusal } from '../store/remote-answer.ts';
import type { RemoteRefusal } from '../store/remote-answer.ts';
import { findModel } from './atelier.ts';
import type { Atelier } from './atelier.ts';

export interface GenerateImageInput extends TextToImageInput {
  readonly modelId?: string | null;
}

/** Long enough to make the job; from then on jobs keeps the hold. Should we die in between, the credits are back soon. */
const FIRST_HOLD_SECONDS = 20;

/**
 * Checks the wish, sets its credits aside and makes its job. The same idempotency key gives the same job again, or CONFLICT
 * for another wish. A refusal leaves nothing held, stored or charged.
 */
export async function generateImage(
  atelier: Atelier,
  viewer: Viewer,
  input: GenerateImageInput,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'generate');
  const model = findModel(atelier, input.modelId);
  const unusable = refuseModel(model, 'TEXT_TO_IMAGE');
  if (!model || unusable) return unusable ?? refuse('NOT_FOUND', 'model.unknown');
  const wish = parseWish(input, model);
  if (isRefusal(wish)) return wish;
  const terms = await atelier.billing.accountTerms(ownerId);
  const beyondPlan = refuseByTerms(wish, { model, terms });
  if (beyondPlan) return beyondPlan;

  const key = input.idempotencyKey;
  const id = key ? deriveId('job', ownerId, key) : createId();
  const { credits, estimatedMs } = priceOf(wish);
  const payload: TextToImage = { modelId: model.id, ...wish, seed: wish.seed ?? chooseSeed(id) };
  const job = {
    ...{ id, kind: TEXT_TO_IMAGE_KIND, title: wish.prompt, ownerId, quotedCredits: credits, estimatedMs, payload },
    ...{ priority: priorityOf(terms.tier), queuedJobsMax: terms.queuedJobsMax, runningJobsMax: terms.runningJobsMax },
  };
  // The hold of a job that is there already is not ours to make or to give back.
  const again = Boolean(key) && (await atelier.jobs.find(id)) !== null;
  return again ? toAnswer(await atelier.jobs.createJob(job), job) : holdAndCreate(atelier, job);
}

async function holdAndCreate(
  { billing, jobs }: Atelier,
  job: CreateJobInput,
): Promise<{ readonly id: string } | Refusal> {
  const { id: jobId, ownerId: userId, quotedCredits: amount } = job;
  const hold = await billing.holdCredits({ jobId, userId, amount, expiresInSeconds: FIRST_HOLD_SECONDS });
  if (isRemoteRefusal(hold)) return toRefusal(hold, job);
  const giveBack = (note: string) => billing.releaseHold({ jobId, note }).catch(() => undefined); // It expires anyway.
  try {
    const created = await jobs.createJob(job);
    // A conflict means that someone else made the job under this key in between: the hold is theirs.
    if (isRemoteRefusal(created) && created.code !== 'CONFLICT') await giveBack('refused');
    return toAnswer(created, job);
  } catch (error) {
    await giveBack('job not made');
    throw error;
  }
}

function toAnswer(created: { readonly id: string } | RemoteRefusal, job: CreateJobInput): { id: string } | Refusal {
  return isRemoteRefusal(created) ? toRefusal(created, job) : { id: created.id };
}

/** Says in our words what billing and jobs refuse. */
function toRefusal({ code, message, retryAfterMs }: RemoteRefusal, job: CreateJobInput): Refusal {
  if (code === 'CONFLICT') return refuse(code, 'key.otherContent', { path: ['input', 'idempotencyKey'] });
  if (code === 'INSUFFICIENT_CREDITS')
    return refuse(code, 'credits.insufficient', { params: { credits: job.quotedCredits } });
  if (code === 'QUEUE_FULL') {
    const retry = retryAfterMs ? { retryAfterMs } : {};
    return refuse(code, 'queue.full', { params: { max: job.queuedJobsMax }, ...retry });
  }
  if (code === 'RATE_LIMITED') return refuse(code, 'queue.rate', retryAfterMs ? { retryAfterMs } : {});
  throw new Error(`The job was refused for a reason that should have been seen before: ${code} ${message}`);
}

/** Any number would do, but the same job must always have the same one. */
function chooseSeed(jobId: string): number {
  return Number.parseInt(deriveId('seed', jobId).slice(0, 8), 16);
}

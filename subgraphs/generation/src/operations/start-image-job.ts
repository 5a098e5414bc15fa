import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { deriveId } from '@modu/ids';
import { orderJob } from '@modu/paid-work';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { JOB_KINDS } from '../contracts.ts';
import type { ImageJob } from '../contracts.ts';
import type { ImageTask, Model } from '../domain/model.ts';
import { priceOf } from '../domain/price.ts';
import type { Work } from '../domain/price.ts';
import { parseWish, refuseByTerms, refuseModel } from '../domain/request.ts';
import type { Wish, WishInput } from '../domain/request.ts';
import { refuseWork, toWork } from '../domain/size.ts';
import type { WorkInput } from '../domain/size.ts';
import { dressWords } from '../domain/styles.ts';
import { findModel } from './atelier.ts';
import type { Atelier } from './atelier.ts';
import { loadSource } from './load-source.ts';
import type { Source, SourceInput } from './load-source.ts';
import { readMask } from './read-mask.ts';

export interface ImageJobInput extends WishInput, Omit<WorkInput, 'count' | 'factor'>, SourceInput {
  readonly modelId?: string | null;
  readonly maskPng?: string | null;
}

/** What is to be made, all of it checked. */
interface Order {
  readonly model: Model;
  readonly task: ImageTask;
  readonly wish: Wish;
  readonly work: Work;
  readonly source: Source | undefined;
  readonly maskPng: string | null;
}

/**
 * Checks a wish, sets its credits aside and makes its job. The same idempotency key gives the same job again, or CONFLICT
 * for another wish. A refusal leaves nothing held, stored or charged.
 */
export async function startImageJob(
  atelier: Atelier,
  viewer: Viewer,
  { task, input }: { readonly task: ImageTask; readonly input: ImageJobInput },
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'generate');
  const order = await toOrder(atelier, ownerId, { task, input });
  if (isRefusal(order)) return order;
  const terms = await atelier.billing.accountTerms(ownerId);
  const refused = refuseByTerms(order.work, { model: order.model, terms, task }) ?? (await review(atelier, order));
  if (refused) return refused;

  return orderJob(atelier, {
    ...{ ownerId, terms, kind: JOB_KINDS[task], title: order.wish.prompt, key: input.idempotencyKey, asked: input },
    price: priceOf(order.work),
    loads: order.model.id,
    payloadOf: (jobId) => toPayload(order, jobId),
  });
}

async function toOrder(
  atelier: Atelier,
  ownerId: string,
  { task, input }: { task: ImageTask; input: ImageJobInput },
): Promise<Order | Refusal> {
  const model = findModel(atelier, input.modelId);
  const unusable = refuseModel(model, task);
  if (!model || unusable) return unusable ?? refuse('NOT_FOUND', 'model.unknown');
  const wish = parseWish(input, model, task);
  if (isRefusal(wish)) return wish;
  const source = task === 'TEXT_TO_IMAGE' ? undefined : await loadSource(atelier, ownerId, input);
  if (isRefusal(source)) return source;
  const { count, factor } = wish;
  const work = toWork({ ...input, count, factor }, { model, task, ...(source ? { source } : {}) });
  const impossible = refuseWork(work, model, task);
  if (impossible) return impossible;
  const maskPng = task === 'INPAINT' && source ? await readMask(input.maskPng ?? '', source) : null;
  return isRefusal(maskPng) ? maskPng : { model, task, wish, work, source, maskPng };
}

/** Words are looked at as the engine will get them. When nobody can say whether they may be used, they are not. */
async function review({ moderator }: Atelier, { wish }: Order): Promise<Refusal | undefined> {
  const { prompt } = dressWords(wish, wish.styleId);
  if (prompt === '') return undefined;
  const verdict = await moderator.review(prompt).catch(() => 'UNKNOWN' as const);
  if (verdict === 'ALLOWED') return undefined;
  if (verdict === 'REFUSED') return refuse('FORBIDDEN', 'prompt.refused', { path: ['input', 'prompt'] });
  return refuse('ENGINE_UNAVAILABLE', 'moderation.unavailable');
}

function toPayload({ model, task, wish, work, source, maskPng }: Order, jobId: string): ImageJob {
  const { prompt, negativePrompt, styleId, count, strength, factor } = wish;
  const { width, height, steps } = work;
  return {
    ...{ task, modelId: model.id, prompt, negativePrompt, styleId, width, height, steps },
    seed: wish.seed ?? chooseSeed(jobId),
    ...{ count, strength, factor, source: source?.reference ?? null, maskPng },
  };
}

/** Any number would do, but the same job must always have the same one. */
function chooseSeed(jobId: string): number {
  return Number.parseInt(deriveId('seed', jobId).slice(0, 8), 16);
}

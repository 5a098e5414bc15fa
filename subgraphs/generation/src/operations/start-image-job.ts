import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId, deriveId } from '@modu/ids';
import { findRepeated, orderJob } from '@modu/paid-work';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { JOB_KINDS } from '../contracts.ts';
import type { ImageJob } from '../contracts.ts';
import type { ImageTask, Model, Terms } from '../domain/model.ts';
import { priceOf } from '../domain/price.ts';
import type { Work } from '../domain/price.ts';
import { refuseReadings } from '../domain/readings.ts';
import { parseWish, refuseByTerms, refuseModel } from '../domain/request.ts';
import type { WishInput } from '../domain/request.ts';
import { refuseWork, toWork } from '../domain/size.ts';
import type { WorkInput } from '../domain/size.ts';
import { findModel } from './atelier.ts';
import type { Atelier } from './atelier.ts';
import { loadSource } from './load-source.ts';
import type { SourceInput } from './load-source.ts';
import { readMask } from './read-mask.ts';
import { reviewWords } from './review-words.ts';

export interface ImageJobInput extends WishInput, Omit<WorkInput, 'count' | 'factor'>, SourceInput {
  readonly modelId?: string | null;
  readonly maskPng?: string | null;
}

/** What is to be made, all of it checked. */
interface Order {
  readonly model: Model;
  readonly terms: Terms;
  readonly work: Work;
  readonly job: ImageJob;
}

type Asked = { readonly task: ImageTask; readonly input: ImageJobInput };

/**
 * Checks a wish, sets its credits aside and makes its job. The same idempotency key gives the same job again, or CONFLICT
 * for another wish. A refusal leaves nothing held, stored or charged.
 */
export async function startImageJob(
  atelier: Atelier,
  viewer: Viewer,
  { task, input }: Asked,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'generate');
  const wish = { ownerId, kind: JOB_KINDS[task], key: input.idempotencyKey, asked: input };
  const repeated = await findRepeated(atelier, wish);
  if (repeated) return repeated;
  const order = await toOrder(atelier, ownerId, { task, input });
  if (isRefusal(order)) return order;
  const { model, terms, work, job } = order;
  const refused = await reviewWords(atelier, job, model);
  if (refused) return refused;

  return orderJob(atelier, {
    ...{ ...wish, terms, title: job.prompt, price: priceOf(work), loads: model.id },
    minimumTier: model.minimumTier,
    payloadOf: () => job,
  });
}

async function toOrder(atelier: Atelier, ownerId: string, { task, input }: Asked): Promise<Order | Refusal> {
  const model = findModel(atelier, input.modelId);
  const unusable = refuseModel(model, task);
  if (!model || unusable) return unusable ?? refuse('NOT_FOUND', 'model.unknown');
  const wish = parseWish(input, model, task);
  if (isRefusal(wish)) return wish;
  const seeded = { ...wish, seed: wish.seed ?? chooseSeed(ownerId, input.idempotencyKey) };
  const unreadable = refuseReadings(seeded, { model, task });
  if (unreadable) return unreadable;
  const source = task === 'TEXT_TO_IMAGE' ? undefined : await loadSource(atelier, ownerId, input);
  if (isRefusal(source)) return source;
  const terms = await atelier.billing.accountTerms(ownerId);
  const { count, factor } = wish;
  const work = toWork({ ...input, count, factor }, { model, task, source, sidePixelsMax: terms.imageSidePixelsMax });
  const impossible = refuseWork(work, model, task) ?? refuseByTerms(work, { model, terms, task });
  if (impossible) return impossible;
  const maskPng = task === 'INPAINT' && source ? await readMask(input.maskPng ?? '', source) : null;
  if (isRefusal(maskPng)) return maskPng;
  const { width, height, steps } = work;
  const made = { task, modelId: model.id, width, height, steps, source: source?.reference ?? null, maskPng };
  return { model, terms, work, job: { ...seeded, ...made } };
}

/** Any number would do, but the same wish must always have the same one. */
function chooseSeed(ownerId: string, key: string | null | undefined): number {
  return Number.parseInt(deriveId('seed', ownerId, key ?? createId()).slice(0, 8), 16);
}

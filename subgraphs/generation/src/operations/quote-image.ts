import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ImageTask } from '../domain/model.ts';
import { priceOf } from '../domain/price.ts';
import type { Price } from '../domain/price.ts';
import { BATCH_MAX, invalid, isWithin, refuseByTerms, refuseModel } from '../domain/request.ts';
import { refuseWork, toWork } from '../domain/size.ts';
import { findModel } from './atelier.ts';
import type { Atelier } from './atelier.ts';

export interface QuoteInput {
  readonly modelId?: string | null;
  readonly task?: ImageTask | null;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly steps?: number | null;
  readonly count?: number | null;
}

export interface Quote extends Price {
  readonly refusal: Refusal | null;
}

const refused = (refusal: Refusal): Quote => ({ credits: 0, estimatedMs: 0, refusal });

/** What a job would cost and take. Anyone may ask; what a plan allows is checked for who is signed in. */
export async function quoteImage(atelier: Atelier, viewer: Viewer, input: QuoteInput): Promise<Quote> {
  const model = findModel(atelier, input.modelId);
  const task = input.task ?? 'TEXT_TO_IMAGE';
  const unusable = refuseModel(model, task);
  if (!model || unusable) return refused(unusable ?? refuse('NOT_FOUND', 'model.unknown'));
  if (!isWithin(input.count ?? 1, 1, BATCH_MAX)) return refused(invalid('count', 'count.range', { max: BATCH_MAX }));
  const work = toWork(input, { model, task });
  const impossible = refuseWork(work, model, task);
  if (impossible) return refused(impossible);

  const userId = actsFor(viewer, 'generate');
  const terms = userId ? await atelier.billing.accountTerms(userId) : undefined;
  const refusal = (terms && refuseByTerms(work, { model, terms, task })) ?? null;
  return { ...priceOf(work), refusal };
}

import type { Refusal } from '@modu/errors';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ImageTask } from '../domain/model.ts';
import { priceOf } from '../domain/price.ts';
import type { Price } from '../domain/price.ts';
import { refuseByTerms, refuseModel, refuseWork, toWork } from '../domain/request.ts';
import { findModel } from './atelier.ts';
import type { Atelier } from './atelier.ts';

export interface QuoteInput {
  readonly modelId?: string | null;
  readonly task?: ImageTask | null;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly steps?: number | null;
}

export interface Quote extends Price {
  readonly refusal: Refusal | null;
}

/** What the picture would cost and take. Anyone may ask; what a plan allows is checked for who is signed in. */
export async function quoteImage(atelier: Atelier, viewer: Viewer, input: QuoteInput): Promise<Quote> {
  const model = findModel(atelier, input.modelId);
  const unusable = refuseModel(model, input.task ?? 'TEXT_TO_IMAGE');
  if (!model || unusable) return { credits: 0, estimatedMs: 0, refusal: unusable ?? null };
  const work = toWork(input, model);
  const impossible = refuseWork(work, model);
  if (impossible) return { credits: 0, estimatedMs: 0, refusal: impossible };

  const userId = actsFor(viewer, 'generate');
  const terms = userId ? await atelier.billing.accountTerms(userId) : undefined;
  const refusal = (terms && refuseByTerms(work, { model, terms })) ?? null;
  return { ...priceOf(work), refusal };
}

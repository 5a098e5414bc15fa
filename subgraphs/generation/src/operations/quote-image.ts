import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ImageTask } from '../domain/model.ts';
import { priceOf } from '../domain/price.ts';
import type { Price } from '../domain/price.ts';
import { refuseByTerms, refuseModel, refuseTimes } from '../domain/request.ts';
import { refuseWork, toWork } from '../domain/size.ts';
import type { WorkInput } from '../domain/size.ts';
import { findModel } from './atelier.ts';
import type { Atelier } from './atelier.ts';
import { sourceOf } from './quoted-source.ts';
import type { QuotedSourceInput } from './quoted-source.ts';

export interface QuoteInput extends WorkInput, QuotedSourceInput {
  readonly modelId?: string | null;
  readonly task?: ImageTask | null;
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
  const wrong = refuseTimes(input, task);
  if (wrong) return refused(wrong);
  const source = task === 'TEXT_TO_IMAGE' ? undefined : sourceOf(input);
  if (isRefusal(source)) return refused(source);

  const userId = actsFor(viewer, 'generate');
  const terms = userId ? await atelier.billing.accountTerms(userId) : undefined;
  // The sides have defaults in the schema: beside a source they say nothing.
  const wanted = source ? { ...input, width: null, height: null } : input;
  const work = toWork(wanted, { model, task, source, sidePixelsMax: terms?.imageSidePixelsMax });
  const impossible = refuseWork(work, model, task);
  if (impossible) return refused(impossible);
  const refusal = (terms && refuseByTerms(work, { model, terms, task })) ?? null;
  return { ...priceOf(work), refusal };
}

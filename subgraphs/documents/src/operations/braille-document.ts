import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findRepeated, orderJob } from '@modu/paid-work';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { JOB_KINDS } from '../contracts.ts';
import type { BrailleJob } from '../contracts.ts';
import { chooseCode, refuseBrailleInput, toSetup } from '../domain/braille-request.ts';
import type { BrailleInput } from '../domain/braille-request.ts';
import type { Document } from '../domain/document.ts';
import { cellsCodeOf } from '../domain/rendition.ts';
import { priceOfBraille } from '../domain/price.ts';
import type { Price } from '../domain/price.ts';
import type { Quote } from './quote.ts';
import type { Desk } from './desk.ts';
import { findDocument } from './find-documents.ts';

interface Order {
  readonly document: Document;
  readonly payload: BrailleJob;
  readonly price: Price;
}

async function toOrder(desk: Desk, viewer: Viewer, input: BrailleInput): Promise<Order | Refusal> {
  const refused = refuseBrailleInput(input);
  if (refused) return refused;
  const document = await findDocument(desk, viewer, input.documentId);
  if (document?.state !== 'READY') return refuse('NOT_FOUND', 'document.unknown', { path: ['input', 'documentId'] });
  const code = chooseCode(await desk.engine.codes(), input, document.language);
  if (isRefusal(code)) return code;
  const setup = toSetup(input, document.title);
  // Blocks that were brailled in this code before and not corrected since are not paid for again.
  const price = priceOfBraille(
    await desk.cells.missingChars(document.id, cellsCodeOf(code.id, setup)),
    document.charCount,
  );
  const { id: documentId, version: documentVersion } = document;
  return { document, price, payload: { documentId, code: code.id, grade: code.grade, setup, documentVersion } };
}

/** Checks a wish, sets its credits aside and makes the job that writes a document in braille. A refusal leaves nothing held. */
export async function brailleDocument(
  desk: Desk,
  viewer: Viewer,
  input: BrailleInput,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const wish = { ownerId, kind: JOB_KINDS.BRAILLE, key: input.idempotencyKey, asked: input };
  const repeated = await findRepeated(desk, wish);
  if (repeated) return repeated;
  const order = await toOrder(desk, viewer, input);
  if (isRefusal(order)) return order;
  const { document, payload, price } = order;
  return orderJob(desk, {
    ...wish,
    ...{ title: document.title, price },
    payloadOf: () => payload,
  });
}

/** What a document in braille would cost and take. */
export async function quoteBrailleDocument(desk: Desk, viewer: Viewer, input: BrailleInput): Promise<Quote> {
  requireUser(viewer, 'documents');
  const order = await toOrder(desk, viewer, input);
  if (isRefusal(order)) return { credits: 0, estimatedMs: 0, refusal: order };
  return { ...order.price, refusal: null };
}

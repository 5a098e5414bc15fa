import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findRepeated, orderJob } from '@modu/paid-work';
import type { RemoteFile } from '@modu/paid-work';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { JOB_KINDS } from '../contracts.ts';
import type { TranscribeJob } from '../contracts.ts';
import { priceOfHearing } from '../domain/price.ts';
import { toLanguage } from '../domain/read-request.ts';
import {
  chooseTranscriber,
  languageToHear,
  lengthOf,
  refuseRecording,
  refuseTranscribeInput,
} from '../domain/transcribe-request.ts';
import type { TranscribeInput } from '../domain/transcribe-request.ts';
import { peek } from '../store/peek.ts';
import type { Desk } from './desk.ts';
import { listTranscribers } from './list-transcribers.ts';
import type { Quote } from './quote.ts';

interface Order {
  readonly file: RemoteFile;
  readonly payload: TranscribeJob;
  /** As it was decoded before, else as far as it can be told from outside. */
  readonly lengthMs: number;
}

async function toOrder(desk: Desk, viewer: Viewer, input: TranscribeInput): Promise<Order | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const refused = refuseTranscribeInput(input);
  if (refused) return refused;
  const transcriber = chooseTranscriber(await listTranscribers(desk), input, viewer.locale);
  if (isRefusal(transcriber)) return transcriber;
  const file = await desk.assets.find(ownerId, input.assetId);
  if (file?.status !== 'READY') return refuse('NOT_FOUND', 'source.unknown', { path: ['input', 'assetId'] });
  const { sizeBytes } = file;
  const head = sizeBytes === 0 ? new Uint8Array() : (await peek(file.url, sizeBytes)).head;
  const unfit = refuseRecording({ sizeBytes, head });
  if (unfit) return unfit;
  const said = (input.language && toLanguage(input.language)) || null;
  const language = languageToHear(transcriber, { said, locale: viewer.locale });
  const payload = { assetId: file.id, filename: file.filename, language, transcriber: transcriber.id };
  const lengthMs = (await desk.transcripts.knownLength(file.id)) ?? lengthOf({ sizeBytes, head });
  return { file, payload, lengthMs };
}

/** Checks a wish, sets its credits aside and makes the job that writes a recording down. A refusal leaves nothing held. */
export async function transcribeSpeech(
  desk: Desk,
  viewer: Viewer,
  input: TranscribeInput,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const wish = { ownerId, kind: JOB_KINDS.TRANSCRIBE, key: input.idempotencyKey, asked: input };
  const repeated = await findRepeated(desk, wish);
  if (repeated) return repeated;
  const order = await toOrder(desk, viewer, input);
  if (isRefusal(order)) return order;
  const { payload, file, lengthMs } = order;
  return orderJob(desk, {
    ...wish,
    title: file.filename,
    price: priceOfHearing(lengthMs),
    loads: payload.transcriber,
    payloadOf: () => payload,
  });
}

/** What writing a recording down would cost and take. */
export async function quoteTranscribeSpeech(desk: Desk, viewer: Viewer, input: TranscribeInput): Promise<Quote> {
  const order = await toOrder(desk, viewer, input);
  if (isRefusal(order)) return { credits: 0, estimatedMs: 0, refusal: order };
  return { ...priceOfHearing(order.lengthMs), refusal: null };
}

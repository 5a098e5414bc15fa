import { languageOf } from '@modu/engine-reading';
import { defaultVoice } from '@modu/engine-speech';
import type { Voice } from '@modu/engine-speech';
import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findRepeated, orderJob } from '@modu/paid-work';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { JOB_KINDS } from '../contracts.ts';
import type { SpeakJob } from '../contracts.ts';
import type { Document } from '../domain/document.ts';
import { priceOfSpeech } from '../domain/price.ts';
import { toLanguage } from '../domain/read-request.ts';
import { refuseSpeakInput, refuseVoice, titleOfText } from '../domain/speak-request.ts';
import type { SpeakInput } from '../domain/speak-request.ts';
import type { Desk } from './desk.ts';
import { findDocument } from './find-documents.ts';
import { listVoices } from './list-voices.ts';
import type { Quote } from './quote.ts';

interface Order {
  readonly charCount: number;
  readonly payload: SpeakJob;
}

async function toOrder(desk: Desk, viewer: Viewer, input: SpeakInput): Promise<Order | Refusal> {
  const refused = refuseSpeakInput(input);
  if (refused) return refused;
  const document = input.documentId ? await findDocument(desk, viewer, input.documentId) : undefined;
  if (input.documentId && document?.state !== 'READY')
    return refuse('NOT_FOUND', 'document.unknown', { path: ['input', 'documentId'] });
  const language = wordsLanguage(input, document);
  const voices = await listVoices(desk);
  const voice = input.voice ? voices.find(({ id }) => id === input.voice) : defaultVoice(voices, language);
  const unfit = refuseVoice(voice, { input, language });
  if (unfit || !voice) return unfit ?? refuse('INVALID_INPUT', 'speech.noVoice');
  const charCount = document?.charCount ?? input.text?.length ?? 0;
  return { charCount, payload: toPayload(input, { document, voice, language }) };
}

const wordsLanguage = ({ language, text }: SpeakInput, document: Document | null | undefined): string => {
  if (language) return toLanguage(language) ?? 'und';
  return document?.language ?? languageOf(text ?? '');
};

interface Found {
  readonly document: Document | null | undefined;
  readonly voice: Voice;
  readonly language: string;
}

const toPayload = (input: SpeakInput, { document, voice, language }: Found): SpeakJob => ({
  text: input.text ?? null,
  documentId: document?.id ?? null,
  title: input.title ?? document?.title ?? titleOfText(input.text ?? ''),
  language: language === 'und' ? (voice.language ?? 'und') : language,
  voice: voice.id,
  rate: input.rate ?? 1,
  pitch: input.pitch ?? 1,
  format: input.format ?? 'MP3',
});

/** Checks a wish, sets its credits aside and makes the job that says a text or a document. A refusal leaves nothing held. */
export async function speakText(
  desk: Desk,
  viewer: Viewer,
  input: SpeakInput,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const wish = { ownerId, kind: JOB_KINDS.SPEAK, key: input.idempotencyKey, asked: input };
  const repeated = await findRepeated(desk, wish);
  if (repeated) return repeated;
  const order = await toOrder(desk, viewer, input);
  if (isRefusal(order)) return order;
  const { payload, charCount } = order;
  return orderJob(desk, {
    ...wish,
    title: payload.title,
    price: priceOfSpeech(charCount),
    payloadOf: () => payload,
  });
}

/** What saying a text or document would cost and take. */
export async function quoteSpeakText(desk: Desk, viewer: Viewer, input: SpeakInput): Promise<Quote> {
  requireUser(viewer, 'documents');
  const order = await toOrder(desk, viewer, input);
  if (isRefusal(order)) return { credits: 0, estimatedMs: 0, refusal: order };
  return { ...priceOfSpeech(order.charCount), refusal: null };
}

import { toRefusalPayload } from '@modu/errors';
import type { DocumentsContext } from '../../context.ts';
import type { TranscribeInput } from '../../domain/transcribe-request.ts';
import { messages } from '../../messages.ts';
import { quoteTranscribeSpeech as quote } from '../../operations/transcribe-speech.ts';

export const quoteTranscribeSpeech = async (
  _: unknown,
  { input }: { input: TranscribeInput },
  { desk, viewer }: DocumentsContext,
) => {
  const { refusal, ...price } = await quote(desk, viewer, input);
  return { ...price, refusal: refusal && toRefusalPayload(refusal, viewer.locale, messages) };
};

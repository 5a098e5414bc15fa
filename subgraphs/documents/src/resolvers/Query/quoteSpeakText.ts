import { toRefusalPayload } from '@modu/errors';
import type { DocumentsContext } from '../../context.ts';
import type { SpeakInput } from '../../domain/speak-request.ts';
import { messages } from '../../messages.ts';
import { quoteSpeakText as quote } from '../../operations/speak-text.ts';

export const quoteSpeakText = async (
  _: unknown,
  { input }: { input: SpeakInput },
  { desk, viewer }: DocumentsContext,
) => {
  const { refusal, ...price } = await quote(desk, viewer, input);
  return { ...price, refusal: refusal && toRefusalPayload(refusal, viewer.locale, messages) };
};

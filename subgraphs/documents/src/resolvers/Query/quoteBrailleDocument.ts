import { toRefusalPayload } from '@modu/errors';
import type { DocumentsContext } from '../../context.ts';
import type { BrailleInput } from '../../domain/braille-request.ts';
import { messages } from '../../messages.ts';
import { quoteBrailleDocument as quote } from '../../operations/braille-document.ts';

export const quoteBrailleDocument = async (
  _: unknown,
  { input }: { input: BrailleInput },
  { desk, viewer }: DocumentsContext,
) => {
  const { refusal, ...price } = await quote(desk, viewer, input);
  return { ...price, refusal: refusal && toRefusalPayload(refusal, viewer.locale, messages) };
};
